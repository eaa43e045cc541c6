//! The one door for every chore.
mod bake;
fn main() {}
