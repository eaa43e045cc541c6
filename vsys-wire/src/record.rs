//! One declaration gives a record its type, its reader, its writer and its schema.

/// The order of some names by their bytes, worked out by the compiler.
#[expect(clippy::indexing_slicing, reason = "runs in the compiler, which refuses a fault")]
pub(crate) const fn sorted<const N: usize>(names: [&str; N]) -> [usize; N] {
    let mut order = [0; N];
    let mut index = 0;
    while index < N {
        let mut at = index;
        order[at] = index;
        while at > 0 && less(names[order[at]].as_bytes(), names[order[at - 1]].as_bytes()) {
            let earlier = order[at - 1];
            order[at - 1] = order[at];
            order[at] = earlier;
            at -= 1;
        }
        index += 1;
    }
    order
}

#[expect(clippy::indexing_slicing, reason = "runs in the compiler, which refuses a fault")]
const fn less(a: &[u8], b: &[u8]) -> bool {
    let mut at = 0;
    while at < a.len() && at < b.len() {
        if a[at] != b[at] {
            return a[at] < b[at];
        }
        at += 1;
    }
    a.len() < b.len()
}

/// Declares records. `request` records are read, `answer` records are written, `document` records are
/// both. `= value` makes a member of a request optional. A `personal` record shows nothing of itself in
/// a finding but the names of its known members.
macro_rules! record {
    (personal $kind:ident $($rest:tt)*) => { crate::record::record!(@declare [.personal()] $kind $($rest)*); };
    (@declare [$($how:tt)*] $kind:ident $(#[doc = $doc:literal])* struct $name:ident {
        $($(#[doc = $member_doc:literal])* $member:ident : $type:ty $(= $default:expr)?),* $(,)?
    }) => {
        $(#[doc = $doc])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub(crate) struct $name {
            $($(#[doc = $member_doc])* pub(crate) $member: $type,)*
        }
        crate::record::record!(@$kind [$($how)*] $name concat!($($doc),*) { $($member (concat!($($member_doc),*)) $type [$($default)?];)* });
    };

    (@request $($rest:tt)*) => { crate::record::record!(@read $($rest)*); };
    (@answer $($rest:tt)*) => { crate::record::record!(@emit $($rest)*); };
    (@document $($rest:tt)*) => {
        crate::record::record!(@read $($rest)*);
        crate::record::record!(@emit $($rest)*);
    };

    // A record without members reads an empty object.
    (@read [$($how:tt)*] $name:ident concat!($($doc:tt)*) {}) => {
        impl crate::read::Read for $name {
            fn schema(defs: &mut crate::schema::Defs) -> crate::json::Json {
                defs.record(stringify!($name), concat!($($doc)*), |_| Vec::new())
            }

            fn read(at: &crate::read::Cursor<'_>, findings: &mut vsys_core::base::Findings) -> Option<Self> {
                at $($how)*.object([], findings).map(|_| Self {})
            }
        }
    };

    (@read [$($how:tt)*] $name:ident concat!($($doc:tt)*) { $($member:ident ($member_doc:expr) $type:ty [$($default:expr)?];)* }) => {
        impl crate::read::Read for $name {
            fn schema(defs: &mut crate::schema::Defs) -> crate::json::Json {
                defs.record(stringify!($name), concat!($($doc)*), |defs| vec![
                    $(crate::schema::Member {
                        name: stringify!($member),
                        doc: $member_doc,
                        schema: <$type as crate::read::Read>::schema(defs),
                        required: { let absent: Option<$type> = crate::record::record!(@absent $type; $($default)?); absent.is_none() },
                    }),*
                ])
            }

            fn read(at: &crate::read::Cursor<'_>, findings: &mut vsys_core::base::Findings) -> Option<Self> {
                let cursor = at $($how)*;
                let members = cursor.object([$(stringify!($member)),*], findings)?;
                let mut index = 0..;
                // Every member is read before any fault stops the record.
                $(let $member: Option<$type> = members.member(
                    index.next().unwrap_or(0),
                    crate::record::record!(@absent $type; $($default)?),
                    findings,
                );)*
                Some(Self { $($member: $member?),* })
            }
        }
    };

    (@emit [$($how:tt)*] $name:ident concat!($($doc:tt)*) { $($member:ident ($member_doc:expr) $type:ty [$($default:expr)?];)* }) => {
        impl crate::emit::Emit for $name {
            fn schema(defs: &mut crate::schema::Defs) -> crate::json::Json {
                defs.record(stringify!($name), concat!($($doc)*), |defs| vec![
                    $(crate::schema::Member {
                        name: stringify!($member),
                        doc: $member_doc,
                        schema: <$type as crate::emit::Emit>::schema(defs),
                        required: <$type as crate::emit::Emit>::always(),
                    }),*
                ])
            }

            fn emit(&self, out: &mut crate::json::Writer) {
                const NAMES: &[&str] = &[$(stringify!($member)),*];
                const ORDER: [usize; NAMES.len()] = crate::record::sorted([$(stringify!($member)),*]);
                let members: [&dyn Fn(&mut crate::json::Writer); NAMES.len()] = [$(&|out| {
                    if !crate::emit::Emit::is_absent(&self.$member) {
                        out.key(stringify!($member));
                        crate::emit::Emit::emit(&self.$member, out);
                    }
                }),*];
                out.object(|out| ORDER.iter().filter_map(|&index| members.get(index)).for_each(|member| member(out)));
            }
        }
    };

    (@absent $type:ty;) => { <$type as crate::read::Read>::absent() };
    (@absent $type:ty; $default:expr) => { Some($default) };

    ($kind:ident $($rest:tt)*) => { crate::record::record!(@declare [] $kind $($rest)*); };
}
pub(crate) use record;

/// The words of the wire are the names of a closed set of the core: read, written, described.
macro_rules! named_words {
    ($($type:ty),* $(,)?) => {$(
        impl crate::read::Read for $type {
            fn schema(_: &mut crate::schema::Defs) -> crate::json::Json {
                crate::schema::words(&crate::record::names::<Self>())
            }

            fn read(at: &crate::read::Cursor<'_>, findings: &mut vsys_core::base::Findings) -> Option<Self> {
                let text = at.text(findings)?;
                let found = Self::ALL.into_iter().find(|value| value.as_str() == text);
                if found.is_none() {
                    at.report(&crate::problem::WireProblem::Word { expected: crate::record::names::<Self>() }, findings);
                }
                found
            }
        }

        impl crate::emit::Emit for $type {
            fn schema(defs: &mut crate::schema::Defs) -> crate::json::Json {
                <Self as crate::read::Read>::schema(defs)
            }

            fn emit(&self, out: &mut crate::json::Writer) {
                out.text(self.as_str());
            }
        }
    )*};
}
pub(crate) use named_words;

/// The names of a closed set, in the order of its declaration.
pub(crate) fn names<T: vsys_core::base::Named>() -> Vec<&'static str> {
    T::ALL.iter().map(|value| value.term().en).collect()
}

/// Declares how the words of the wire stand for the values of a core type: read, written, described.
macro_rules! words {
    ($($type:ty { $($word:literal => $value:expr),* $(,)? })*) => {$(
        impl crate::read::Read for $type {
            fn schema(_: &mut crate::schema::Defs) -> crate::json::Json {
                crate::schema::words(&[$($word),*])
            }

            fn read(at: &crate::read::Cursor<'_>, findings: &mut vsys_core::base::Findings) -> Option<Self> {
                let text = at.text(findings)?;
                match text.as_str() {
                    $($word => Some($value),)*
                    _ => {
                        at.report(&crate::problem::WireProblem::Word { expected: vec![$($word),*] }, findings);
                        None
                    }
                }
            }
        }

        impl crate::emit::Emit for $type {
            fn schema(defs: &mut crate::schema::Defs) -> crate::json::Json {
                <Self as crate::read::Read>::schema(defs)
            }

            fn emit(&self, out: &mut crate::json::Writer) {
                $(if *self == $value { return out.text($word); })*
            }
        }
    )*};
}
pub(crate) use words;
