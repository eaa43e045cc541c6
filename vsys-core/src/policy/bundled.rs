//! The formulas of the tables, read as formulas.

use std::str::FromStr;

use super::formula::Policy;
use super::layer::{FillOrder, LastServed, LayerInput, LayerKind};
use super::name::Name;
use super::problem::PolicyProblem;
use crate::allocation::{FirstUnits, Method};
use crate::base::{Assumptions, Finding, Fraction, IntoList, Path, Quantity, Refusal, Rounding, Units, assumption};
use crate::rulebook::{PolicyEntry, PolicyLayerEntry, RuleBook, RulebookProblem};

/// A bundled formula by its id (同梱の配分方式), with its entry in the table.
///
/// # Errors
/// [`PolicyProblem::Unknown`] with the ids that are there.
///
/// ```
/// use vsys_core::policy::bundled;
/// use vsys_core::rulebook::RuleBook;
/// let book = RuleBook::bundled()?;
/// let (entry, policy) = bundled(&book, "cycle-9")?;
/// assert_eq!(entry.title.ja, "12〜64歳人口による基本枠と希望・使用率による調整枠");
/// assert_eq!(policy.layers().len(), 3);
/// assert_eq!(bundled(&book, "cycle-99").unwrap_err().code(), "policy.id.unknown");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn bundled<'b>(book: &'b RuleBook, id: &str) -> Result<(&'b PolicyEntry, Policy), Refusal> {
    let Some(entry) = book.policies().iter().find(|entry| entry.id == id) else {
        let known = book.policies().iter().map(|entry| entry.id.clone()).list();
        let mut refusal = Refusal::new(&PolicyProblem::Unknown { known }, Path::from("bundled"));
        if let Some(finding) = refusal.primary() {
            let mut findings = crate::base::Findings::new();
            findings.add(Finding::with_value(finding, id));
            refusal = Refusal::of(findings);
        }
        return Err(refusal);
    };
    Ok((entry, policy_of(entry)?))
}

/// The formula of an entry of the table.
///
/// # Errors
/// Never for the bundled table; a broken entry is named.
pub fn policy_of(entry: &PolicyEntry) -> Result<Policy, Refusal> {
    let broken = || {
        let table = format!("policies.csv: {}", entry.id);
        Refusal::new(&RulebookProblem::TableBroken { table }, Path::root())
    };
    let layers: Option<Vec<LayerInput>> = entry.layers.iter().map(layer).collect();
    let not_published: Option<Vec<Name>> =
        entry.inputs.iter().filter(|input| !input.published).map(|input| input.column.parse().ok()).collect();
    let mut assumptions = Assumptions::new();
    for id in &entry.assumptions {
        let known = assumption::ALL.iter().find(|known| known.as_str() == id);
        assumptions.add(*known.ok_or_else(broken)?);
    }
    let policy = Policy::try_new(&layers.ok_or_else(broken)?)?;
    Ok(policy.documented(not_published.ok_or_else(broken)?, assumptions))
}

/// A layer of the table; nothing when a member is not what it should be.
fn layer(entry: &PolicyLayerEntry) -> Option<LayerInput> {
    let kind = LayerKind::ALL.into_iter().find(|kind| kind.as_str() == entry.kind)?;
    Some(LayerInput {
        only: list(entry, "only")?,
        except: list(entry, "except")?,
        budget: member(entry, "budget", units)?,
        amount: parsed(entry, "amount")?,
        by: parsed(entry, "by")?,
        floor: parsed(entry, "floor")?,
        cap: parsed(entry, "cap")?,
        method: member(entry, "method", |text| word(&Method::ALL.map(|method| (method.as_str(), method)), text))?,
        first_units: member(entry, "first_units", |text| {
            word(&[("refuse", FirstUnits::Refuse), ("by-weight", FirstUnits::ByWeight)], text)
        })?,
        rounding: member(entry, "rounding", |text| {
            word(&[("ceil", Rounding::Ceil), ("floor", Rounding::Floor), ("half-up", Rounding::HalfUp)], text)
        })?,
        rate: parsed(entry, "rate")?,
        per: parsed(entry, "per")?,
        order: member(entry, "order", |text| word(&FillOrder::ALL.map(|order| (order.as_str(), order)), text))?,
        most: member(entry, "most", |text| text.parse().ok())?,
        last: member(entry, "last", |text| word(&LastServed::ALL.map(|last| (last.as_str(), last)), text))?,
        of: parsed(entry, "of")?,
        stock: parsed(entry, "stock")?,
        above: parsed(entry, "above")?,
        keep: member(entry, "keep", fraction)?,
        target: parsed(entry, "target")?,
        share: member(entry, "share", fraction)?,
        unit: member(entry, "unit", units)?,
        ..LayerInput::new(entry.name.parse().ok()?, kind)
    })
}

/// A member that may be absent, but not wrong.
#[expect(
    clippy::option_option,
    reason = "the outer one says whether the table reads, the inner one whether it is there"
)]
fn member<T>(entry: &PolicyLayerEntry, name: &str, read: impl Fn(&str) -> Option<T>) -> Option<Option<T>> {
    entry.member(name).map_or(Some(None), |text| read(text).map(Some))
}

#[expect(clippy::option_option, reason = "as in member")]
fn parsed<T: FromStr>(entry: &PolicyLayerEntry, name: &str) -> Option<Option<T>> {
    member(entry, name, |text| text.parse().ok())
}

#[expect(clippy::option_option, reason = "as in member")]
fn list<T: FromStr>(entry: &PolicyLayerEntry, name: &str) -> Option<Option<Vec<T>>> {
    member(entry, name, |text| text.split_ascii_whitespace().map(|id| id.parse().ok()).collect())
}

fn word<T: Copy>(words: &[(&str, T)], text: &str) -> Option<T> {
    words.iter().find(|(word, _)| *word == text).map(|(_, value)| *value)
}

fn units(text: &str) -> Option<Units> {
    Units::try_new(text.parse().ok()?).ok()
}

fn fraction(text: &str) -> Option<Fraction> {
    let (over, under) = text.split_once('/')?;
    Some(Fraction::new(over.parse().ok()?, under.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_bundled_formula_reads_and_names_all_its_columns() -> Result<(), Refusal> {
        let book = RuleBook::bundled()?;
        for entry in book.policies() {
            let policy = policy_of(entry)?;
            let needed: Vec<&str> = policy.columns().into_iter().map(Name::as_str).collect();
            let mut told: Vec<&str> = entry.inputs.iter().map(|input| input.column.as_str()).collect();
            told.sort_unstable();
            assert_eq!(needed, told, "{}", entry.id);
            assert!(entry.from < entry.until, "{}", entry.id);
        }
        Ok(())
    }
}
