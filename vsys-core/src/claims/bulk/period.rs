//! The prices of a span of days.

use chrono::NaiveDate;

use crate::base::{Fraction, Quantity, Yen};
use crate::claims::{CouponKind, PriceLine};
use crate::rulebook::TariffComponent;

/// The prices of a span of days (単価の適用期間): components before tax, and the rate of the tax. A component
/// that is `None` is not in force: a line that needs it has no price, which is never a price of 0.
/// Source: CLM-1, CLM-2, CLM-3; F-PRICE; rulings tariff, tax.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PricePeriod {
    /// The first day of vaccination (接種日).
    pub from: NaiveDate,
    /// The first day on which the prices no longer hold; `None` = open.
    pub until: Option<NaiveDate>,
    /// The consultation alone (予診のみ).
    pub consultation_only: Option<Yen>,
    /// A vaccination (接種).
    pub vaccination: Option<Yen>,
    /// The addition under six years (6歳未満).
    pub under_six: Option<Yen>,
    /// The addition outside hours (時間外).
    pub off_hours: Option<Yen>,
    /// The addition on a holiday (休日).
    pub holiday: Option<Yen>,
    /// The addition for a form without coupon (接種券貼付なし); 0 yen in the national tariff, which has none.
    pub without_coupon: Option<Yen>,
    /// The rate of the tax, 0 to 1.
    pub tax: Fraction,
}

impl PricePeriod {
    /// The price of a class, before tax (単価); nothing where a component is not in force.
    pub fn unit(&self, line: PriceLine, coupon: CouponKind) -> Option<Yen> {
        let parts = line.components().map(|component| match component {
            TariffComponent::ConsultationOnly => self.consultation_only,
            TariffComponent::Vaccination => self.vaccination,
            TariffComponent::UnderSix => self.under_six,
            TariffComponent::OffHours => self.off_hours,
            TariffComponent::Holiday => self.holiday,
        });
        let coupon = match coupon {
            CouponKind::WithCoupon => Some(Yen::ZERO),
            CouponKind::WithoutCoupon => self.without_coupon,
        };
        let sum = parts.chain([coupon]).try_fold(0_u64, |sum, part| Some(sum.saturating_add(part?.number())))?;
        // A table refuses far smaller prices than the largest quantity.
        Some(Yen::try_new(sum.min(Yen::MAX)).unwrap_or_default())
    }
}
