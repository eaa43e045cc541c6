//! `code.municipality`, `code.institution`.

use chrono::NaiveDate;
use vsys_core::base::{
    Answer, CheckDigit, Finding, Findings, InstitutionCode, InstitutionKind, IntoList, MunicipalityCode, Path,
    PrefectureCode, Refusal,
};
use vsys_core::rulebook::{MunicipalityKind, RuleBook, Union};

use crate::call::Call;
use crate::read::Amount;
use crate::record::record;

record! { request
    /// A municipality code and the day at which it is asked for.
    struct MunicipalityRequest {
        /// Six digits.
        code: MunicipalityCode,
        /// The day.
        date: NaiveDate,
    }
}

record! { shown
    /// A union of municipalities (広域連合).
    struct UnionAnswer of union: Union {
        /// Its id.
        id: String,
        /// Its members.
        members: Vec<MunicipalityCode>,
        /// Its name.
        name: String,
    }
}

record! { answer
    /// What a municipality code names.
    struct MunicipalityAnswer {
        /// The code.
        code: MunicipalityCode,
        /// Municipality, special ward or ward of a designated city.
        kind: MunicipalityKind,
        /// The name.
        name: String,
        /// The population of 2021-01-01 (住民基本台帳).
        population: Amount,
        /// The prefecture.
        prefecture: PrefectureCode,
        /// The name of the prefecture.
        prefecture_name: String,
        /// The municipality that allocates and is billed: of a ward its city, else the same.
        resolves_to: MunicipalityCode,
        /// The unions it is a member of.
        unions: Vec<Union>,
        /// The first day for which the table vouches.
        valid_from: NaiveDate,
        /// The first day on which the code no longer holds.
        valid_until: Option<NaiveDate>,
    }
}

/// `code.municipality`
pub(crate) struct Municipality;

impl Call for Municipality {
    type Request = MunicipalityRequest;
    type Answer = MunicipalityAnswer;

    fn run(book: &RuleBook, request: MunicipalityRequest) -> Result<Answer<MunicipalityAnswer>, Refusal> {
        let MunicipalityRequest { code, date } = request;
        let not_found = |problem| {
            Refusal::of({
                let mut findings = Findings::new();
                findings.add(Finding::new(&problem, Path::from("code")).with_value(code.to_string()));
                findings
            })
        };
        let table = book.municipalities();
        let found = table.on(code, date).map_err(not_found)?;
        let resolved = table.resolve(code, date).map_err(not_found)?;
        let prefecture = code.prefecture();
        let name = book.prefectures().iter().find(|p| p.code == prefecture).map(|p| p.name.clone());
        Ok(Answer::new(MunicipalityAnswer {
            code,
            kind: found.kind,
            name: found.name.clone(),
            population: Amount(found.population.total),
            prefecture,
            prefecture_name: name.unwrap_or_default(),
            resolves_to: resolved.code,
            unions: table.unions_of(resolved.code).cloned().list(),
            valid_from: found.from,
            valid_until: found.until,
        }))
    }
}

record! { request
    /// A medical institution's number and its kind, which decides what is checked.
    struct InstitutionRequest {
        /// Ten digits.
        code: InstitutionCode,
        /// 保険医療機関コード, 類似コード or 介護保険事業所番号.
        kind: InstitutionKind,
    }
}

record! { answer
    /// What is known of a number.
    struct InstitutionAnswer {
        /// Over which digits the check digit was taken: all ten or the last seven; absent where the
        /// kind has none or it fails.
        check_digit: Option<&'static str>,
        /// The number.
        code: InstitutionCode,
        /// Its kind.
        kind: InstitutionKind,
    }
}

/// `code.institution`
pub(crate) struct Institution;

impl Call for Institution {
    type Request = InstitutionRequest;
    type Answer = InstitutionAnswer;

    fn run(_: &RuleBook, request: InstitutionRequest) -> Result<Answer<InstitutionAnswer>, Refusal> {
        let InstitutionRequest { code, kind } = request;
        let mut findings = Findings::new();
        let rule = code.check(kind).unwrap_or_else(|problem| {
            findings.add(Finding::new(&problem, Path::from("code")).with_value(code.to_string()));
            None
        });
        if findings.has_errors() {
            return Err(Refusal::of(findings));
        }
        let check_digit = rule.map(|rule| match rule {
            CheckDigit::TenDigits => "ten-digits",
            CheckDigit::LastSeven => "last-seven",
        });
        Ok(Answer::new(InstitutionAnswer { check_digit, code, kind }).finding(findings))
    }
}
