//! Codes of municipalities and institutions, judged.

use vsys_core::base::{BaseProblem, CheckDigit, InstitutionCode, InstitutionKind, MunicipalityCode, Path, Refusal};
use vsys_core::rulebook::{MunicipalityKind, RuleBook, RulebookProblem};

use crate::abi::*;
use crate::failure::Failure;
use crate::problem::CProblem;
use crate::time::{day, day_digits, day_or_none};

/// What a municipality code names, or what is wrong with it.
pub(crate) fn municipality(book: &RuleBook, code: &[u8], on: u32) -> Result<vsys_municipality, Failure> {
    let on = day("day", on)?;
    let mut found = vsys_municipality::default();
    let code = match MunicipalityCode::from_ascii(code) {
        Ok(code) => code,
        Err(problem) => {
            (found.verdict, found.expected) = verdict(&problem)?;
            return Ok(found);
        }
    };
    found.code = code.number();
    let table = book.municipalities();
    let of = table.on(code, on).and_then(|own| Ok((own, table.resolve(code, on)?)));
    match of {
        Ok((own, payer)) => {
            found.kind = match own.kind {
                MunicipalityKind::Municipality => VSYS_MUNICIPALITY_ORDINARY,
                MunicipalityKind::SpecialWard => VSYS_MUNICIPALITY_SPECIAL_WARD,
                MunicipalityKind::Ward => VSYS_MUNICIPALITY_WARD,
            };
            found.resolves_to = payer.code.number();
            (found.valid_from, found.valid_until) = (day_digits(own.from), day_or_none(own.until));
        }
        Err(RulebookProblem::MunicipalityUnknown) => found.verdict = VSYS_CODE_UNKNOWN,
        Err(RulebookProblem::MunicipalityNotValid { from, until }) => {
            found.verdict = VSYS_CODE_NOT_VALID;
            (found.valid_from, found.valid_until) = (day_digits(from), day_or_none(until));
        }
        Err(problem) => return Err(Refusal::new(&problem, Path::from("code")).into()),
    }
    Ok(found)
}

/// The name of the municipality that has a code on a day.
pub(crate) fn municipality_name<'b>(book: &'b RuleBook, code: &[u8], on: u32) -> Result<&'b str, Failure> {
    let at = |problem: &dyn vsys_core::base::Problem| Failure::from(Refusal::new(problem, Path::from("code")));
    let code = MunicipalityCode::from_ascii(code).map_err(|problem| at(&problem))?;
    let found = book.municipalities().on(code, day("day", on)?).map_err(|problem| at(&problem))?;
    Ok(&found.name)
}

/// What is wrong with an institution's number.
pub(crate) fn institution(code: &[u8], kind: u32) -> Result<vsys_institution, Failure> {
    let kind = match kind {
        VSYS_INSTITUTION_INSURANCE => InstitutionKind::Insurance,
        VSYS_INSTITUTION_SIMILAR => InstitutionKind::Similar,
        VSYS_INSTITUTION_CARE => InstitutionKind::Care,
        _ => return Err(CProblem::ArgumentValue { argument: "kind" }.into()),
    };
    let mut found = vsys_institution::default();
    // Bytes that are no text are no digits.
    let code = str::from_utf8(code).map_err(|_| BaseProblem::InstitutionForm).and_then(str::parse::<InstitutionCode>);
    match code.and_then(|code| code.check(kind)) {
        Ok(rule) => {
            found.check_digit = match rule {
                None => VSYS_CHECK_DIGIT_NONE,
                Some(CheckDigit::TenDigits) => VSYS_CHECK_DIGIT_TEN_DIGITS,
                Some(CheckDigit::LastSeven) => VSYS_CHECK_DIGIT_LAST_SEVEN,
            };
        }
        Err(problem) => (found.verdict, found.expected) = verdict(&problem)?,
    }
    Ok(found)
}

/// What is wrong with a code in itself, and the check digit that would fit.
fn verdict(problem: &BaseProblem) -> Result<(u32, u32), Failure> {
    match problem {
        BaseProblem::MunicipalityForm | BaseProblem::InstitutionForm => Ok((VSYS_CODE_FORM, 0)),
        BaseProblem::MunicipalityCheckDigit { expected } | BaseProblem::InstitutionCheckDigit { expected } => {
            Ok((VSYS_CODE_CHECK_DIGIT, u32::from(*expected)))
        }
        BaseProblem::InstitutionPrefecture => Ok((VSYS_CODE_PREFECTURE, 0)),
        other => Err(Refusal::new(other, Path::from("code")).into()),
    }
}
