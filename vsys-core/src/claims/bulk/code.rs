//! The codes of classes in columns.

use crate::claims::{CouponKind, PriceLine};
use crate::rulebook::{AgeClass, Service, TimeClass};

/// A class as a column of bytes holds it (区分の番号): 0 is what adds nothing to the price of a vaccination,
/// but for the coupon, where 1 is «with».
///
/// | column | 0 | 1 | 2 |
/// |---|---|---|---|
/// | `service` | vaccination (接種) | consultation only (予診のみ) | |
/// | `age` | six and over (6歳以上) | under six (6歳未満) | |
/// | `time` | regular (時間内) | off hours (時間外) | holiday (休日) |
/// | `coupon` | without (接種券貼付なし) | with (接種券貼付あり) | |
///
/// Source: CLM-1, CLM-2, CLM-14, CLM-16; the codes are this library's own.
///
/// ```
/// use vsys_core::claims::{ColumnCode, CouponKind};
/// use vsys_core::rulebook::TimeClass;
/// assert_eq!(TimeClass::Holiday.code(), 2);
/// assert_eq!(CouponKind::of_code(1), Some(CouponKind::WithCoupon));
/// assert_eq!(TimeClass::of_code(3), None);
/// ```
pub trait ColumnCode: Copy + Eq + 'static {
    /// The classes by their codes.
    const BY_CODE: &'static [Self];

    /// The code.
    fn code(self) -> u8 {
        (0..).zip(Self::BY_CODE).find(|(_, known)| **known == self).map_or(u8::MAX, |(code, _)| code)
    }

    /// The class of a code; nothing for one that is unknown.
    fn of_code(code: u8) -> Option<Self> {
        Self::BY_CODE.get(usize::from(code)).copied()
    }
}

impl ColumnCode for Service {
    const BY_CODE: &'static [Self] = &[Self::Vaccination, Self::ConsultationOnly];
}

impl ColumnCode for AgeClass {
    const BY_CODE: &'static [Self] = &[Self::SixAndOver, Self::UnderSix];
}

impl ColumnCode for TimeClass {
    const BY_CODE: &'static [Self] = &[Self::Regular, Self::OffHours, Self::Holiday];
}

impl ColumnCode for CouponKind {
    const BY_CODE: &'static [Self] = &[Self::WithoutCoupon, Self::WithCoupon];
}

/// Service, age, time and coupon in 5 bits: 1, 1, 2 and 1.
pub(super) type Class = u8;

/// Where codes out of range lead: a time of 3, which has no price.
pub(super) const NO_CLASS: Class = 0b110;

/// The class of four codes.
#[inline]
pub(super) const fn class_of(service: u8, age: u8, time: u8, coupon: u8) -> Class {
    let wrong = ((service | age | coupon) > 1) | (time > 2);
    let class = (service << 4) | (age << 3) | (time << 1) | coupon;
    if wrong { NO_CLASS } else { class }
}

/// What a class stands for; nothing for [`NO_CLASS`].
pub(super) fn class_line(class: Class) -> Option<(PriceLine, CouponKind)> {
    let service = Service::of_code(class >> 4 & 1)?;
    let age = AgeClass::of_code(class >> 3 & 1)?;
    let time = TimeClass::of_code(class >> 1 & 3)?;
    Some((PriceLine { service, age, time }, CouponKind::of_code(class & 1)?))
}

/// Every class that has a meaning.
pub(super) fn classes() -> impl Iterator<Item = (Class, PriceLine, CouponKind)> {
    (0..32).filter_map(|class| class_line(class).map(|(line, coupon)| (class, line, coupon)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_class_is_its_four_codes_and_nothing_else_has_one() {
        let mut known = 0;
        for codes in 0_u8..=255 {
            let [service, age, time, coupon] = [codes >> 6, codes >> 4 & 3, codes >> 2 & 3, codes & 3];
            let expected = (|| {
                let (service, age) = (Service::of_code(service)?, AgeClass::of_code(age)?);
                let line = PriceLine { service, age, time: TimeClass::of_code(time)? };
                Some((line, CouponKind::of_code(coupon)?))
            })();
            assert_eq!(class_line(class_of(service, age, time, coupon)), expected);
            known += u32::from(expected.is_some());
        }
        assert_eq!((known, classes().count()), (24, 24));
        assert_eq!(class_of(0, 255, 0, 0), NO_CLASS);
        assert_eq!(class_of(0, 0, 128, 1), NO_CLASS);
    }
}
