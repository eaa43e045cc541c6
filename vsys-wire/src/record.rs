//! One declaration gives a record its type, its reader, its writer and its schema.

/// The order of some names by their bytes, worked out by the compiler.
#[expect(
    clippy::cast_possible_truncation,
    clippy::indexing_slicing,
    reason = "runs in the compiler, which refuses a fault"
)]
pub(crate) const fn sorted<const N: usize>(names: [&str; N]) -> [u8; N] {
    assert!(N <= u8::MAX as usize);
    let mut order = [0; N];
    let mut index = 0;
    while index < N {
        let mut at = index;
        order[at] = index as u8;
        while at > 0 && less(names[order[at] as usize].as_bytes(), names[order[at - 1] as usize].as_bytes()) {
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
    // A record of the core, all of whose members are public, is not declared again: `adopted personal
    // document struct Name { … }` gives it a reader, a writer and a schema.
    (adopted personal $kind:ident $(#[doc = $doc:literal])* struct $name:ident {
        $($(#[doc = $member_doc:literal])* $member:ident : $type:ty $(= $default:expr)?),* $(,)?
    }) => {
        crate::record::record!(@$kind [.personal()] $name concat!($($doc),*) { $($member (concat!($($member_doc),*)) $type [$($default)?];)* });
    };
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

    (@read [$($how:tt)*] $name:ident concat!($($doc:tt)*) { $($member:ident ($member_doc:expr) $type:ty [$($default:expr)?];)* }) => {
        impl crate::read::Read for $name {
            #[allow(unused_variables, reason = "a record may have no members")]
            fn schema(defs: &mut crate::schema::Defs) -> crate::json::Json {
                defs.record(stringify!($name), concat!($($doc)*), |defs| vec![
                    $(crate::schema::Member {
                        name: stringify!($member),
                        doc: $member_doc,
                        schema: <$type as crate::read::Read>::schema(defs),
                        required: crate::record::record!(@slot $type; $($default)?).is_none(),
                    }),*
                ])
            }

            #[allow(irrefutable_let_patterns, reason = "a record may have no members")]
            fn read(at: &crate::read::Cursor<'_>, findings: &mut vsys_core::base::Findings) -> Option<Self> {
                const NAMES: &[&str] = &[$(stringify!($member)),*];
                const { assert!(NAMES.len() <= crate::read::MOST_MEMBERS) }
                let mut slots = ($(crate::record::record!(@slot $type; $($default)?),)*);
                let ($($member,)*) = &mut slots;
                if !(*at) $($how)*.record(NAMES, &mut [$($member),*], findings) {
                    return None;
                }
                // In one place from the beginning: a value that moves is code.
                let ($(Some($member),)*) = slots else { return None };
                Some(Self { $($member),* })
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
                const ORDER: &[u8] = &crate::record::sorted([$(stringify!($member)),*]);
                crate::emit::record(NAMES, ORDER, &[$(&self.$member),*], out);
            }
        }
    };

    (@slot $type:ty; $($default:expr)?) => {{
        let absent: Option<$type> = crate::record::record!(@absent $type; $($default)?);
        absent
    }};

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
                at.word(&Self::ALL.map(Self::as_str), findings).and_then(|index| Self::ALL.get(index).copied())
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
                at.word(&[$($word),*], findings).and_then(|index| [$($value),*].into_iter().nth(index))
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
