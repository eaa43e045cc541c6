//! Layers that ask each recipient by itself: amounts, shortfalls, cuts.

use super::evaluate::{Done, Run, each_row};
use super::layer::{Cut, Give, Layer};
use super::problem::PolicyProblem;
use super::reason::Reason;
use crate::base::{Fraction, Refusal};

/// `round(share × (target − stock) / unit)` for each.
pub(super) fn give(run: &Run<'_>, _: usize, layer: &Layer, work: &Give, rows: &[usize]) -> Result<Done, Refusal> {
    let values = each_row(rows, |row| {
        let of = |name: &_| run.figure(name, row);
        let target = work.target.value(of);
        let stock = work.stock.as_ref().map(|stock| stock.value(of));
        let too_large = || PolicyProblem::FigureTooLarge { layer: layer.name.to_string() };
        let exact = exact(target, stock, work.share, work.unit).ok_or_else(too_large)?;
        let amount = Run::whole(layer, exact, work.rounding)?;
        let (share, unit, rounding) = (work.share, work.unit, work.rounding);
        Ok((amount, Reason::Given { target, stock, share, unit, exact, rounding }))
    })?;
    let (amounts, reasons) = values.into_iter().unzip();
    Ok(Done { amounts, reasons, budget: None, method: None, tie: None })
}

/// `share × max(0, target − stock) / unit`.
fn exact(target: Fraction, stock: Option<Fraction>, share: Fraction, unit: u64) -> Option<Fraction> {
    let missing = match stock {
        None => target,
        Some(stock) => {
            let [target_over, stock_over] = [
                target.numerator().checked_mul(stock.denominator())?,
                stock.numerator().checked_mul(target.denominator())?,
            ];
            Fraction::new(
                target_over.saturating_sub(stock_over),
                target.denominator().checked_mul(stock.denominator())?,
            )
        }
    };
    let over = missing.numerator().checked_mul(share.numerator())?;
    Some(Fraction::new(over, missing.denominator().checked_mul(share.denominator())?.checked_mul(unit.into())?))
}

/// Takes a part of an earlier layer back where stock lies above a threshold.
pub(super) fn cut(run: &Run<'_>, _: usize, layer: &Layer, work: &Cut, rows: &[usize]) -> Result<Done, Refusal> {
    let values = each_row(rows, |row| {
        let of = |name: &_| run.figure(name, row);
        let (stock, above) = (work.stock.value(of), work.above.value(of));
        let before = run.given_by(&work.of, row);
        let exact = Fraction::new(u128::from(before) * work.keep.numerator(), work.keep.denominator());
        let cut = stock > above;
        let kept = if cut { Run::whole(layer, exact, Some(work.rounding))? } else { before };
        let (of, rounding) = (work.of.clone(), work.rounding);
        Ok((before - kept, Reason::Cut { of, stock, above, before, exact, rounding, cut }))
    })?;
    let (amounts, reasons) = values.into_iter().unzip();
    Ok(Done { amounts, reasons, budget: None, method: None, tie: None })
}
