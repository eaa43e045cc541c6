//! The methods of apportionment.

/// How whole units are shared in proportion to weights (配分方式). Source: ruling proposal-method (ALC-3).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Method {
    /// Largest remainder (最大剰余法, Hamilton) on the water-filled share.
    #[default]
    LargestRemainder,
    /// Webster / Sainte-Laguë: rounds the quotient half up.
    Webster,
    /// Jefferson / D'Hondt: rounds the quotient down.
    Jefferson,
    /// Adams: rounds the quotient up.
    Adams,
    /// Hill / Huntington: rounds at the geometric mean.
    Hill,
}

impl Method {
    /// Every method.
    pub const ALL: [Self; 5] = [Self::LargestRemainder, Self::Webster, Self::Jefferson, Self::Adams, Self::Hill];

    /// The name on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::LargestRemainder => "largest-remainder",
            Self::Webster => "webster",
            Self::Jefferson => "jefferson",
            Self::Adams => "adams",
            Self::Hill => "hill",
        }
    }

    /// Whether every recipient with a weight is due one unit before any is due a second: Adams and Hill.
    pub const fn gives_everyone_one(self) -> bool {
        matches!(self, Self::Adams | Self::Hill)
    }
}

/// What decided a tie.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Decided {
    /// The larger weight.
    LargerWeight,
    /// Equal weights: the smaller code, compared as bytes.
    SmallerCode,
}

impl Decided {
    /// The name on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::LargerWeight => "larger-weight",
            Self::SmallerCode => "smaller-code",
        }
    }
}
