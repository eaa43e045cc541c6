//! The list of applications.

use chrono::{Datelike, NaiveDateTime, Timelike};

use super::number::ApplicationNumber;
use super::problem::ApplicationProblem;
use super::review::Comment;
use super::state::Columns;
use super::transition::ApplicationStatus;
use crate::base::{Findings, Ids, IntoList, Path, Refusal};

/// A line of the list (追加接種申込状況). Source: APP-7.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListLine {
    /// 申込番号
    pub number: ApplicationNumber,
    /// ステータス
    pub status: ApplicationStatus,
    /// 申込日時
    pub applied_at: Option<NaiveDateTime>,
    /// 内容確認日時
    pub reviewed_at: Option<NaiveDateTime>,
    /// 内容確認コメント
    pub comment: Option<Comment>,
}

/// The lines in the order of their numbers, proved.
///
/// # Errors
/// A refusal with every number that stands twice and every column that contradicts its status.
///
/// ```
/// use vsys_core::application::{ApplicationStatus, ListLine, list};
/// let line = |number: &str, status| -> Result<ListLine, Box<dyn std::error::Error>> {
///     Ok(ListLine { number: number.parse()?, status, applied_at: None, reviewed_at: None, comment: None })
/// };
/// let lines = vec![
///     line("12345-1010101010-02", ApplicationStatus::Draft)?,
///     line("12345-1010101010-01", ApplicationStatus::Withdrawn)?,
/// ];
/// let numbers: Vec<u8> = list(lines)?.iter().map(|line| line.number.running()).collect();
/// assert_eq!(numbers, [1, 2]);
/// let never_made = line("12345-1010101010-01", ApplicationStatus::Confirmed)?;
/// assert!(list(vec![never_made]).is_err());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn list(mut lines: Vec<ListLine>) -> Result<Vec<ListLine>, Refusal> {
    let mut findings = Findings::new();
    let numbers: Vec<String> = lines.iter().map(|line| line.number.to_string()).list();
    for (index, _) in Ids::of(numbers.iter().map(String::as_str)).twice() {
        findings.push(&ApplicationProblem::NumberTwice, Path::element("applications", index, "number"));
    }
    for (index, line) in lines.iter().enumerate() {
        let columns = Columns {
            status: line.status,
            applied: line.applied_at.is_some(),
            reviewed: line.reviewed_at.is_some(),
            commented: line.comment.is_some(),
        };
        columns.prove(&Path::new(["applications".into(), index.into()]), &mut findings);
        if line.reviewed_at.zip(line.applied_at).is_some_and(|(reviewed_at, applied_at)| reviewed_at < applied_at) {
            let problem = ApplicationProblem::MomentOrder { status: line.status.term() };
            findings.push(&problem, Path::element("applications", index, "reviewed_at"));
        }
    }
    if findings.has_errors() {
        return Err(Refusal::of(findings));
    }
    lines.sort_unstable_by_key(|line| line.number);
    Ok(lines)
}

/// A moment as the list prints it: `YYYY/M/D H:MM`, month, day and hour without a leading zero, and `-`
/// where there is none. Source: APP-7, APP-8.
///
/// ```
/// use vsys_core::application::printed_time;
/// let time = chrono::NaiveDate::from_ymd_opt(2022, 1, 7).and_then(|day| day.and_hms_opt(9, 5, 0));
/// assert_eq!(printed_time(time), "2022/1/7 9:05");
/// assert_eq!(printed_time(None), "-");
/// ```
pub fn printed_time(time: Option<NaiveDateTime>) -> String {
    time.map_or_else(
        || "-".to_owned(),
        |time| {
            let day = format!("{:04}/{}/{}", time.year(), time.month(), time.day());
            format!("{day} {}:{:02}", time.hour(), time.minute())
        },
    )
}
