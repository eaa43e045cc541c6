//! Prices of one service, from C's numbers.

use vsys_core::base::Quantity;
use vsys_core::claims::{ColumnCode, PriceLine, PriceRequest, price};
use vsys_core::rulebook::RuleBook;

use crate::abi::{vsys_price, vsys_service};
use crate::assumption::mask;
use crate::failure::Failure;
use crate::problem::CProblem;
use crate::quantity::rounding;
use crate::time::day;

/// A class by its code.
pub(crate) fn class<C: ColumnCode>(argument: &'static str, code: u32) -> Result<C, CProblem> {
    u8::try_from(code).ok().and_then(C::of_code).ok_or(CProblem::ArgumentValue { argument })
}

/// What services of one kind cost.
pub(crate) fn price_of(book: &RuleBook, service: &vsys_service) -> Result<vsys_price, Failure> {
    let line = PriceLine {
        service: class("service", service.service)?,
        age: class("age_class", service.age_class)?,
        time: class("time_class", service.time_class)?,
    };
    let date = day("day", service.day)?;
    let rounding = rounding(service.rounding)?;
    let request = PriceRequest { line, date, count: service.count, tax_rate: None, rounding };
    let answer = price(book.tariff(), &request)?;
    let priced = answer.value();
    let (net, amount) = (priced.net.number(), priced.amount.number());
    Ok(vsys_price {
        unit: priced.price.number(),
        net,
        // The net is whole: the tax is what the one rounding leaves (CLM-17).
        tax: amount.saturating_sub(net),
        amount,
        assumptions: mask(answer.assumptions()),
    })
}
