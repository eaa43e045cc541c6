//! What happens where a supply ends among equals.

/// What happens where equal claims meet the end of the supply (同順位の扱い).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Ties {
    /// Larger weight, then smaller code; the answer names the tied set and what decided.
    #[default]
    Ruled,
    /// Refuse, and name the tied set.
    Report,
}

/// What Adams and Hill do when the supply does not reach to one unit for everybody.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum FirstUnits {
    /// Refuse.
    #[default]
    Refuse,
    /// First units go by larger weight, then smaller code.
    ByWeight,
}
