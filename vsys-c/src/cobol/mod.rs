//! Functions shaped for COBOL: records of fixed length BY REFERENCE, declared by the copybook `VSYS.cpy`.
//!
//! What holds for every function:
//!
//! - The first record is the control (ABI and encoding of every text of the call, CP932 or UTF-8), the last the result.
//!   There is no setting beside them.
//! - What is returned stands in `RETURN-CODE` and in the result: 0 fine, 4 with warnings, 8 refused, 12 a call that cannot
//!   be meant, 16 a fault of the library. The result tells every reason with code, item, message and help in Japanese.
//! - Records are written only with 0 or 4. Texts are padded with spaces and cut between characters; a character that
//!   CP932 does not have is printed as `〓`, and no name of the bundled tables has one.
//! - Dates are eight digits, months six, times four; spaces, or in a date zeros, stand for an item that is absent.
//! - Words are the Japanese names or those of the wire (`接種`, `vaccination`).
//! - A batch is a handle as every other: freed once, usable from any thread, and when it is stale, told so.

mod abi;
mod batch;
mod layout;
mod problem;
mod query;
mod read;
mod told;

pub use abi::*;
pub use layout::*;
pub use problem::CobolProblem;
