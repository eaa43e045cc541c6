//! How the values of a form are judged: whether they are there, and whether they can be right. No finding
//! carries what was entered.

use chrono::NaiveDate;

use super::form::{
    Address, Block, Company, Doctor, Institution, InstitutionContact, Keeper, Mail, Receiver, Site, Staff, Telephone,
};
use super::problem::ApplicationProblem;
use crate::base::{Assumptions, Findings, IntoList, Path, Problem, Term, assumption};
use crate::rulebook::RuleBook;

const UNDECIDED: Term = Term::new("undecided", "未定");
const SAME_AS_STAFF: Term = Term::new("same_as_staff", "上記担当者と同一");
const NO_MAIL: Term = Term::new("no_mail", "メールアドレス登録を希望しない");

/// What is looked up, what is asked for, and what has been found so far.
pub(super) struct Judge<'a> {
    pub(super) book: &'a RuleBook,
    pub(super) date: NaiveDate,
    /// Whether what is required must be there; a draft may leave it out.
    pub(super) whole: bool,
    /// Whether values are looked at; those taken over are not.
    pub(super) values: bool,
    pub(super) findings: Findings,
    pub(super) assumptions: Assumptions,
}

/// What stands in a block beside the stored registration.
pub(super) trait Entry: Clone + Default + PartialEq {
    /// Judges every field.
    fn judge(&self, judge: &mut Judge<'_>, at: &Path);
}

impl<'a> Judge<'a> {
    pub(super) const fn new(book: &'a RuleBook, date: NaiveDate, whole: bool) -> Self {
        Self { book, date, whole, values: true, findings: Findings::new(), assumptions: Assumptions::new() }
    }

    /// A block as it counts: entered where its box is ticked, else taken over (APP-4).
    pub(super) fn block<T: Entry>(&mut self, block: &Block<T>, stored: Option<&T>, at: &Path) -> Block<T> {
        if block.change {
            self.assumptions.add(assumption::STORED_BLOCKS);
            let entry = block.entry.clone().unwrap_or_default();
            entry.judge(self, &at.join("entry"));
            return block.clone();
        }
        if block.entry.as_ref().is_some_and(|entry| *entry != T::default()) {
            self.assumptions.add(assumption::STORED_BLOCKS);
            self.findings.push(&ApplicationProblem::FieldReadOnly, at.join("entry"));
        }
        if self.whole {
            self.assumptions.add(assumption::STORED_BLOCKS);
            let missing = stored.map_or_else(Vec::new, |stored| self.missing(stored));
            if stored.is_none() || !missing.is_empty() {
                self.findings.push(&ApplicationProblem::StoredMissing { missing }, at.join("change"));
            }
        }
        Block { change: false, entry: stored.cloned() }
    }

    /// The places of what a stored entry lacks.
    fn missing<T: Entry>(&mut self, stored: &T) -> Vec<String> {
        let mut judge = Judge { values: false, ..Judge::new(self.book, self.date, true) };
        stored.judge(&mut judge, &Path::root());
        self.assumptions.extend(&judge.assumptions);
        judge.findings.sorted().iter().map(|finding| finding.place.to_string()).list()
    }

    fn need<T>(&mut self, value: Option<&T>, at: &Path, member: &'static str) {
        if self.whole && value.is_none() {
            self.findings.push(&ApplicationProblem::FieldRequired, at.join(member));
        }
    }

    fn report(&mut self, problem: Option<&dyn Problem>, at: &Path, member: &'static str) {
        if let Some(problem) = problem {
            self.findings.push(problem, at.join(member));
        }
    }

    fn telephone(&mut self, value: Option<&Telephone>, at: &Path, member: &'static str) {
        self.need(value, at, member);
        if let Some(value) = value.filter(|_| self.values) {
            self.assumptions.add(assumption::CONTACT_FORM);
            let wrong = !is_telephone(value.reveal().as_str());
            self.report(wrong.then_some(&ApplicationProblem::TelephoneForm), at, member);
        }
    }

    fn mail(&mut self, value: Option<&Mail>, at: &Path, member: &'static str) {
        self.need(value, at, member);
        if let Some(value) = value.filter(|_| self.values) {
            self.assumptions.add(assumption::CONTACT_FORM);
            let wrong = !is_mail(value.reveal().as_str());
            self.report(wrong.then_some(&ApplicationProblem::MailForm), at, member);
        }
    }

    /// Warns of every field that is given and counts for nothing.
    fn ignore(&mut self, because: Term, at: &Path, given: &[(&'static str, bool)]) {
        for (member, _) in given.iter().filter(|(_, given)| *given) {
            self.findings.push(&ApplicationProblem::FieldIgnored { because }, at.join(*member));
        }
    }

    fn address(&mut self, address: &Address, at: &Path) {
        self.need(address.postal_code.as_ref(), at, "postal_code");
        self.need(address.street.as_ref(), at, "street");
        let looked_up =
            [address.prefecture.is_some(), address.municipality_code.is_some(), address.municipality.is_some()];
        if self.whole && looked_up.contains(&false) {
            self.assumptions.add(assumption::MANUAL_ADDRESS);
        }
        if address.manual {
            self.need(address.prefecture.as_ref(), at, "prefecture");
            self.need(address.municipality_code.as_ref(), at, "municipality_code");
            self.need(address.municipality.as_ref(), at, "municipality");
        }
        if !self.values {
            return;
        }
        let postal = address.postal_code.as_ref().filter(|code| !is_postal_code(code.as_str()));
        self.report(postal.map(|_| &ApplicationProblem::PostalForm as &dyn Problem), at, "postal_code");
        if let Some(code) = address.municipality_code {
            let found = self.book.municipalities().on(code, self.date).err();
            self.report(found.as_ref().map(|problem| problem as &dyn Problem), at, "municipality_code");
            if address.prefecture.is_some_and(|prefecture| prefecture != code.prefecture()) {
                self.findings.push(&ApplicationProblem::PrefectureDiffers, at.join("prefecture"));
            }
        }
    }

    /// A person in charge: the first is required, the second is whole or not there.
    pub(super) fn staff(&mut self, staff: &Staff, required: bool, at: &Path) {
        if !required {
            self.second(*staff == Staff::default() || !staff.is_whole());
        }
        if !required && *staff == Staff::default() {
            return;
        }
        self.need(staff.affiliation.as_ref(), at, "affiliation");
        self.need(staff.department.as_ref(), at, "department");
        self.need(staff.title.as_ref(), at, "title");
        self.need(staff.name.as_ref(), at, "name");
        self.telephone(staff.telephone.as_ref(), at, "telephone");
        self.mail(staff.mail.as_ref(), at, "mail");
    }

    /// A receiver as he counts: himself, or the person in charge of the same number.
    pub(super) fn receiver(&mut self, receiver: &Receiver, staff: &Staff, required: bool, at: &Path) -> Receiver {
        let given = [("name", receiver.name.is_some()), ("telephone", receiver.telephone.is_some())];
        if receiver.same_as_staff {
            self.ignore(SAME_AS_STAFF, at, &given);
            if self.whole && *staff == Staff::default() {
                self.findings.push(&ApplicationProblem::SameMissing, at.join("same_as_staff"));
            }
            let Staff { name, telephone, .. } = staff.clone();
            return Receiver { same_as_staff: true, name, telephone };
        }
        if !required {
            self.second(given.iter().any(|(_, given)| !given));
        }
        if required || *receiver != Receiver::default() {
            self.need(receiver.name.as_ref(), at, "name");
            self.telephone(receiver.telephone.as_ref(), at, "telephone");
        }
        receiver.clone()
    }

    /// What may be left out of the second persons is nowhere printed.
    fn second(&mut self, incomplete: bool) {
        if self.whole && incomplete {
            self.assumptions.add(assumption::SECOND_CONTACT);
        }
    }

    /// The responsible doctor as he counts.
    pub(super) fn doctor(&mut self, doctor: &Doctor, at: &Path) -> Doctor {
        let mail = ("mail", doctor.mail.is_some());
        if doctor.undecided {
            let given = [
                ("affiliation", doctor.affiliation.is_some()),
                ("name", doctor.name.is_some()),
                ("kana", doctor.kana.is_some()),
                ("telephone", doctor.telephone.is_some()),
                mail,
            ];
            self.ignore(UNDECIDED, at, &given);
            return Doctor { undecided: true, ..Doctor::default() };
        }
        self.need(doctor.affiliation.as_ref(), at, "affiliation");
        self.need(doctor.name.as_ref(), at, "name");
        self.need(doctor.kana.as_ref(), at, "kana");
        self.telephone(doctor.telephone.as_ref(), at, "telephone");
        if doctor.no_mail {
            self.ignore(NO_MAIL, at, &[mail]);
            return Doctor { mail: None, ..doctor.clone() };
        }
        self.mail(doctor.mail.as_ref(), at, "mail");
        doctor.clone()
    }

    /// A keeper as he counts.
    pub(super) fn keeper(&mut self, keeper: &Keeper, at: &Path) -> Keeper {
        if keeper.undecided {
            let given = [
                ("affiliation", keeper.affiliation.is_some()),
                ("name", keeper.name.is_some()),
                ("telephone", keeper.telephone.is_some()),
                ("mail", keeper.mail.is_some()),
            ];
            self.ignore(UNDECIDED, at, &given);
            return Keeper { undecided: true, ..Keeper::default() };
        }
        self.need(keeper.affiliation.as_ref(), at, "affiliation");
        self.need(keeper.name.as_ref(), at, "name");
        self.telephone(keeper.telephone.as_ref(), at, "telephone");
        self.mail(keeper.mail.as_ref(), at, "mail");
        keeper.clone()
    }
}

impl Entry for Company {
    fn judge(&self, judge: &mut Judge<'_>, at: &Path) {
        judge.need(self.name.as_ref(), at, "name");
        judge.need(self.representative.as_ref(), at, "representative");
        judge.telephone(self.telephone.as_ref(), at, "telephone");
        judge.address(&self.address, &at.join("address"));
    }
}

impl Entry for Site {
    fn judge(&self, judge: &mut Judge<'_>, at: &Path) {
        judge.need(self.name.as_ref(), at, "name");
        judge.need(self.pattern.as_ref(), at, "pattern");
        judge.address(&self.address, &at.join("address"));
        judge.need(self.elevator.as_ref(), at, "elevator");
        judge.telephone(self.fax.as_ref(), at, "fax");
    }
}

impl Entry for Institution {
    fn judge(&self, judge: &mut Judge<'_>, at: &Path) {
        judge.need(self.name.as_ref(), at, "name");
        judge.need(self.representative.as_ref(), at, "representative");
        judge.telephone(self.telephone.as_ref(), at, "telephone");
        let InstitutionContact { department, name, telephone, mail } = &self.contact;
        let at = &at.join("contact");
        judge.need(department.as_ref(), at, "department");
        judge.need(name.as_ref(), at, "name");
        judge.telephone(telephone.as_ref(), at, "telephone");
        judge.mail(mail.as_ref(), at, "mail");
    }
}

impl Staff {
    const fn is_whole(&self) -> bool {
        self.affiliation.is_some()
            && self.department.is_some()
            && self.title.is_some()
            && self.name.is_some()
            && self.telephone.is_some()
            && self.mail.is_some()
    }
}

/// Seven digits.
fn is_postal_code(text: &str) -> bool {
    text.len() == 7 && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Ten or eleven digits that begin with 0; single hyphens may stand between digits
/// (assumption.contact-form).
fn is_telephone(text: &str) -> bool {
    let groups = || text.split('-');
    let digits: usize = groups().map(str::len).sum();
    groups().all(|group| !group.is_empty() && group.bytes().all(|byte| byte.is_ascii_digit()))
        && text.starts_with('0')
        && (10..=11).contains(&digits)
}

/// One @ with text on both sides, and no white space (assumption.contact-form).
fn is_mail(text: &str) -> bool {
    let sides = || text.split('@');
    sides().count() == 2 && sides().all(|side| !side.is_empty()) && !text.contains(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_telephone_number_has_ten_or_eleven_digits_from_0() {
        for right in ["0312345678", "03-1234-5678", "090-1234-5678", "09012345678"] {
            assert!(is_telephone(right), "{right}");
        }
        let wrong = [
            "9999-99-9999",
            "031234567",
            "090123456789",
            "03--12345678",
            "-0312345678",
            "0312345678-",
            "０312345678",
            "",
        ];
        for wrong in wrong {
            assert!(!is_telephone(wrong), "{wrong}");
        }
    }

    #[test]
    fn a_mail_address_has_one_at() {
        for right in ["a@b", "kakuu.hanako@example.jp"] {
            assert!(is_mail(right), "{right}");
        }
        for wrong in ["", "@", "a@", "@b", "a@b@c", "a b@c", "a@b\u{3000}", "ab"] {
            assert!(!is_mail(wrong), "{wrong}");
        }
    }

    #[test]
    fn a_postal_code_has_seven_digits() {
        assert!(is_postal_code("9998765"));
        for wrong in ["999-8765", "999876", "99987654", "９９９８７６５"] {
            assert!(!is_postal_code(wrong), "{wrong}");
        }
    }
}
