//! `version`.

use vsys_core::base::{Answer, Refusal};
use vsys_core::rulebook::RuleBook;

use crate::call::Call;
use crate::record::record;

record! { request
    /// Nothing is asked.
    struct VersionRequest {}
}

record! { answer
    /// The versions that an answer depends on.
    struct VersionAnswer {
        /// The version of the tables; a caller's own are named.
        data: String,
        /// The version of the library.
        library: &'static str,
        /// The version of the wire.
        wire: &'static str,
    }
}

/// `version`
pub(crate) struct Version;

impl Call for Version {
    type Request = VersionRequest;
    type Answer = VersionAnswer;

    fn run(book: &RuleBook, _: VersionRequest) -> Result<Answer<VersionAnswer>, Refusal> {
        Ok(Answer::new(VersionAnswer {
            data: book.data_version().to_owned(),
            library: env!("CARGO_PKG_VERSION"),
            wire: "1",
        }))
    }
}
