//! Whole units shared out exactly (配分の計算): the arithmetic below `vsys_core::allocation`, which checks what comes in, says
//! what is wrong with it, names who gets what and why, and is what programs should call.
//!
//! A [`Group`] of recipients in columns shares one supply by a [`Method`], everybody between a floor and a cap, and equal
//! claims by larger weight, then by the earlier place (source: ALC-1, ALC-3; ruling proposal-method). There are two ways,
//! which give the same answer to the unit:
//!
//! - the narrow one for weights and supplies below 2^31, in columns of 32 bits that vectors take at once
//!   ([`share_narrow`], [`NarrowLevel`] for many givers, and [`share_tree`] for a whole hierarchy);
//! - the [`general`] one for everything up to 2^53, in 64 or 128 bits.
//!
//! It is a crate of its own so that its loops can be compiled for speed where all the rest is compiled for size, as in a
//! page. There is no float in it, no input or output, and no dependency.
//!
//! ```
//! use vsys_sharing::{Group, Method, Scratch, UNLIMITED, share};
//!
//! let group = Group { weights: &[3, 3, 1], floors: &[0, 0, 0], caps: &[UNLIMITED, 1, UNLIMITED] };
//! let mut amounts = [0; 3];
//! assert_eq!(share(group, 9, Method::LargestRemainder, &mut amounts, &mut Scratch::default()), None);
//! assert_eq!(amounts, [6, 1, 2]);
//! ```

mod cut;
mod divisor;
mod kernel;
mod largest_remainder;
mod method;
mod narrow;
mod narrow_tree;
mod number;
mod rank;
mod vectors;
mod water;
mod wide;

pub use divisor::Priority;
pub use kernel::{Group, RawTie, Scratch, UNLIMITED, general, share, share_narrow};
pub use largest_remainder::Claim;
pub use method::{Decided, Method};
pub use narrow::Outcome;
pub use narrow_tree::{NarrowLevel, NarrowTree, ranges, share_tree};
pub use number::{ColumnNumber, WideColumns};
pub use rank::Ranking;
pub use water::{Free, Water};
