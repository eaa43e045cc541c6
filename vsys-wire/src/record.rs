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

/// Some answers to yes or no as the bits of a number, the first one lowest.
#[expect(clippy::indexing_slicing, reason = "runs in the compiler, which refuses a fault")]
pub(crate) const fn bits<const N: usize>(answers: [bool; N]) -> u64 {
    assert!(N <= u64::BITS as usize);
    let mut bits = 0;
    let mut at = 0;
    while at < N {
        bits |= (answers[at] as u64) << at;
        at += 1;
    }
    bits
}

/// Declares records. `request` records are read, `answer` records are written, `document` records are
/// both. `= value` makes a member of a request optional. A `personal` record shows nothing of itself in
/// a finding but the names of its known members.
macro_rules! record {
    // A record of the core, whose members are public, is not declared again: `adopted document struct Name { … }` gives
    // it a reader, a writer and a schema. One that is only written may have more members than the wire shows.
    (adopted personal $kind:ident $($rest:tt)*) => { crate::record::record!(@adopt [true] $kind $($rest)*); };
    (adopted $kind:ident $($rest:tt)*) => { crate::record::record!(@adopt [false] $kind $($rest)*); };
    (@adopt [$personal:literal] $kind:ident $(#[doc = $doc:literal])* struct $name:ident {
        $($(#[doc = $member_doc:literal])* $member:ident : $type:ty $(= $default:expr)?),* $(,)?
    }) => {
        crate::record::record!(@$kind [$personal] $name concat!($($doc),*) { $($member (concat!($($member_doc),*)) $type [$($default)?];)* });
    };
    // A record that shows a value of the core: its members are the value's own, or what is said behind `=`.
    (shown $(#[doc = $doc:literal])* struct $name:ident of $it:ident : $core:ty {
        $($(#[doc = $member_doc:literal])* $member:ident : $type:ty $(= $value:expr)?),* $(,)?
    }) => {
        crate::record::record!(@emit $name $it $core [concat!($($doc),*)] {
            $($member (concat!($($member_doc),*)) $type [$($value)?];)*
        });
    };
    (personal $kind:ident $($rest:tt)*) => { crate::record::record!(@declare [true] $kind $($rest)*); };
    (@declare [$personal:literal] $kind:ident $(#[doc = $doc:literal])* struct $name:ident {
        $($(#[doc = $member_doc:literal])* $member:ident : $type:ty $(= $default:expr)?),* $(,)?
    }) => {
        $(#[doc = $doc])*
        #[derive(Clone, Debug)]
        pub(crate) struct $name {
            $($(#[doc = $member_doc])* pub(crate) $member: $type,)*
        }
        crate::record::record!(@$kind [$personal] $name concat!($($doc),*) { $($member (concat!($($member_doc),*)) $type [$($default)?];)* });
    };

    (@request $($rest:tt)*) => { crate::record::record!(@read $($rest)*); };
    (@answer [$personal:literal] $name:ident concat!($($doc:tt)*) { $($member:ident ($member_doc:expr) $type:ty [$($default:expr)?];)* }) => {
        crate::record::record!(@emit $name record $name [concat!($($doc)*)] { $($member ($member_doc) $type [];)* });
    };
    (@document $($rest:tt)*) => {
        crate::record::record!(@read $($rest)*);
        crate::record::record!(@answer $($rest)*);
    };

    (@read [$personal:literal] $name:ident concat!($($doc:tt)*) { $($member:ident ($member_doc:expr) $type:ty [$($default:expr)?];)* }) => {
        impl crate::read::Read for $name {
            const BLANK: Self = Self { $($member: crate::record::record!(@blank $type; $($default)?)),* };

            #[allow(unused_variables, reason = "a record may have no members")]
            fn schema(defs: &mut crate::schema::Defs) -> crate::json::Json {
                defs.record(stringify!($name), concat!($($doc)*), |defs| vec![
                    $(crate::schema::Member {
                        name: stringify!($member),
                        doc: $member_doc,
                        schema: <$type as crate::read::Read>::schema(defs),
                        required: crate::record::record!(@required $type; $($default)?),
                    }),*
                ])
            }

            fn read(&mut self, at: &crate::read::Cursor<'_>, findings: &mut vsys_core::base::Findings) -> bool {
                const SHAPE: &crate::read::Shape = &crate::read::Shape {
                    names: &[$(stringify!($member)),*],
                    required: crate::record::bits([$(crate::record::record!(@required $type; $($default)?)),*]),
                    personal: $personal,
                };
                at.record(SHAPE, self, findings)
            }
        }

        #[allow(dead_code, unused_variables, reason = "a record may have no members")]
        impl crate::read::Members for $name {
            fn read_member(
                &mut self,
                number: usize,
                at: &crate::read::Cursor<'_>,
                findings: &mut vsys_core::base::Findings,
            ) -> bool {
                #[allow(non_camel_case_types, reason = "the members by their names")]
                enum Number { $($member),* }
                $(if number == Number::$member as usize {
                    return crate::read::Read::read(&mut self.$member, at, findings);
                })*
                false
            }
        }
    };

    (@emit $name:ident $it:ident $core:ty [$doc:expr] { $($member:ident ($member_doc:expr) $type:ty [$($value:expr)?];)* }) => {
        impl crate::emit::Emit for $core {
            fn schema(defs: &mut crate::schema::Defs) -> crate::json::Json {
                defs.record(stringify!($name), $doc, |defs| vec![
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
                crate::emit::record(NAMES, ORDER, self, out);
            }
        }

        #[allow(dead_code, unused_variables, reason = "a record may have no members")]
        impl crate::emit::Members for $core {
            fn emit_member(&self, number: usize, out: &mut crate::json::Writer) {
                #[allow(non_camel_case_types, reason = "the members by their names")]
                enum Number { $($member),* }
                let $it = self;
                $(if number == Number::$member as usize {
                    let member: &$type = &crate::record::record!(@value $it $member $($value)?);
                    return crate::emit::Emit::emit(member, out);
                })*
            }
        }
    };

    (@value $it:ident $member:ident) => { $it.$member };
    (@value $it:ident $member:ident $value:expr) => { $value };

    (@blank $type:ty;) => { <$type as crate::read::Read>::BLANK };
    (@blank $type:ty; $default:expr) => { $default };

    (@required $type:ty;) => { <$type as crate::read::Read>::REQUIRED };
    (@required $type:ty; $default:expr) => { false };

    ($kind:ident $($rest:tt)*) => { crate::record::record!(@declare [false] $kind $($rest)*); };
}
pub(crate) use record;

/// The words of the wire are the names of a closed set of the core: read, written, described.
macro_rules! named_words {
    ($($type:ty),* $(,)?) => {$(
        impl crate::read::Read for $type {
            const BLANK: Self = {
                let [first, ..] = Self::ALL;
                first
            };

            fn schema(_: &mut crate::schema::Defs) -> crate::json::Json {
                crate::schema::words(&crate::record::names::<Self>())
            }

            fn read(&mut self, at: &crate::read::Cursor<'_>, findings: &mut vsys_core::base::Findings) -> bool {
                let found = at.word(|index| Self::ALL.get(index).map(|value| value.as_str()), findings);
                crate::read::put(self, found.and_then(|index| Self::ALL.get(index).copied()))
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
    T::ALL.iter().map(|value| value.term().en).list()
}

/// Declares how the words of the wire stand for the values of a core type: read, written, described.
macro_rules! words {
    ($($type:ty { $($word:literal => $value:expr),* $(,)? })*) => {$(
        impl crate::read::Read for $type {
            const BLANK: Self = {
                let [first, ..] = [$($value),*];
                first
            };

            fn schema(_: &mut crate::schema::Defs) -> crate::json::Json {
                crate::schema::words(&[$($word),*])
            }

            fn read(&mut self, at: &crate::read::Cursor<'_>, findings: &mut vsys_core::base::Findings) -> bool {
                const WORDS: &[&str] = &[$($word),*];
                const VALUES: &[$type] = &[$($value),*];
                let found = at.word(|index| WORDS.get(index).copied(), findings);
                crate::read::put(self, found.and_then(|index| VALUES.get(index).cloned()))
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

use vsys_core::base::IntoList;
