//! Examples of vsys, and the README's Rust as a compiled test.

#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct Readme;
