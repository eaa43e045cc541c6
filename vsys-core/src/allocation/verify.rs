//! Re-checks an answer without the engine: small, slow where it may be, and sharing no code with it.
//!
//! An apportionment is right exactly when its amounts lie within their bounds, add up to what was to
//! be given, follow the method's share, and no unit lies with somebody while another had the better
//! claim to it. Each of these is asked of the answer; nothing is apportioned here.

use std::cmp::Ordering;

use vsys_sharing::Method;

use super::apportion::ApportionRequest;
use super::problem::AllocationProblem;
use super::ties::{FirstUnits, Ties};
use crate::base::{Findings, Fraction, IntoList, Path, Quantity};

/// A recipient with the amount that an answer claims for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claimed<'a> {
    /// Its id.
    pub id: &'a str,
    /// Its weight.
    pub weight: u64,
    /// Its floor.
    pub floor: u64,
    /// Its cap; nothing = unlimited.
    pub cap: Option<u64>,
    /// What the answer says it gets.
    pub amount: u64,
    /// Where findings about it point.
    pub path: Path,
}

impl Claimed<'_> {
    fn most(&self) -> u64 {
        if self.weight == 0 { self.floor } else { self.cap.unwrap_or(u64::MAX) }
    }
}

/// Re-checks an apportionment: amounts and left-over against the request (検算).
///
/// Every finding is an error; no finding = the answer is the only right one.
pub fn verify_apportionment(request: &ApportionRequest, amounts: &[(&str, u64)], left_over: u64) -> Findings {
    let mut findings = Findings::new();
    let mut claimed = Vec::with_capacity(amounts.len());
    for (index, recipient) in request.recipients.iter().enumerate() {
        match amounts.get(index) {
            Some((id, amount)) if *id == recipient.id.as_str() => claimed.push(Claimed {
                id: recipient.id.as_str(),
                weight: recipient.weight.number(),
                floor: recipient.floor.number(),
                cap: recipient.cap.map(Quantity::number),
                amount: *amount,
                path: Path::new(["answer".into(), "amounts".into(), index.into(), "amount".into()]),
            }),
            _ => {
                let path = Path::new(["answer".into(), "amounts".into(), index.into(), "id".into()]);
                findings.push(&AllocationProblem::VerifyRecipients, path);
            }
        }
    }
    if amounts.len() > request.recipients.len() {
        findings.push(&AllocationProblem::VerifyRecipients, Path::new(["answer".into(), "amounts".into()]));
    }
    if findings.has_errors() {
        return findings;
    }
    let supply = request.supply.number();
    let at = Path::new(["answer".into(), "amounts".into()]);
    if let Some(code) = refused(request, supply) {
        findings.push(&AllocationProblem::VerifyRefused { code: code.to_owned() }, at);
        return findings;
    }
    verify_group(&claimed, supply, request.method.unwrap_or_default(), request.first_units, &at, &mut findings);
    let given: u128 = claimed.iter().map(|c| u128::from(c.amount)).sum();
    if request.ties == Ties::Report && !findings.has_errors() && !tied_set(request, amounts).is_empty() {
        findings.push(&AllocationProblem::VerifyRefused { code: "allocation.tie.undecided".to_owned() }, at);
    }
    let expected = u64::try_from(u128::from(supply).saturating_sub(given)).unwrap_or(u64::MAX);
    if left_over != expected {
        let problem = AllocationProblem::VerifyFigure { expected, got: left_over };
        findings.push(&problem, Path::new(["answer".into(), "left_over".into()]));
    }
    findings
}

/// Why a request can have no answer at all, beyond what its group shows.
fn refused(request: &ApportionRequest, supply: u64) -> Option<&'static str> {
    let mut ids: Vec<&str> = request.recipients.iter().map(|recipient| recipient.id.as_str()).list();
    ids.sort_unstable();
    let weightless = request.recipients.iter().all(|r| r.weight.number() == 0 && r.floor.number() == 0);
    if ids.iter().zip(ids.iter().skip(1)).any(|(a, b)| a == b) {
        Some("allocation.recipient.twice")
    } else if request.recipients.iter().any(|r| r.cap.is_some_and(|cap| cap < r.floor)) {
        Some("allocation.floor.above_cap")
    } else if supply > 0 && weightless {
        Some("allocation.weights.none")
    } else {
        None
    }
}

/// Re-checks one group of recipients that share one supply.
pub(super) fn verify_group(
    claimed: &[Claimed<'_>],
    supply: u64,
    method: Method,
    first_units: FirstUnits,
    at: &Path,
    findings: &mut Findings,
) {
    for c in claimed {
        if c.amount < c.floor || c.amount > c.most() {
            findings.push(
                &AllocationProblem::VerifyBounds { floor: c.floor, cap: Some(c.most()).filter(|&cap| cap < u64::MAX) },
                c.path.clone(),
            );
        }
    }
    let sum = |of: &dyn Fn(&Claimed<'_>) -> u64| claimed.iter().map(|c| u128::from(of(c))).sum::<u128>();
    let total = sum(&|c| c.most()).min(supply.into());
    if sum(&|c| c.floor) > total {
        findings
            .push(&AllocationProblem::VerifyRefused { code: "allocation.floors.above_supply".to_owned() }, at.clone());
        return;
    }
    let due_first = sum(&|c| if c.weight == 0 { c.floor } else { c.floor.max(c.most().min(1)) });
    if method.gives_everyone_one() && first_units == FirstUnits::Refuse && due_first > supply.into() {
        findings
            .push(&AllocationProblem::VerifyRefused { code: "allocation.supply.first_units".to_owned() }, at.clone());
        return;
    }
    let given = sum(&|c| c.amount);
    if given != total {
        let number = |sum: u128| u64::try_from(sum).unwrap_or(u64::MAX);
        findings.push(&AllocationProblem::VerifySum { expected: number(total), got: number(given) }, at.clone());
    }
    if findings.has_errors() {
        return;
    }
    match method {
        Method::LargestRemainder => check_remainders(claimed, total, findings),
        _ => check_priorities(claimed, method, findings),
    }
}

/// Largest remainder: whole parts are kept, and no remainder rounded down had a better claim than
/// one rounded up.
fn check_remainders(claimed: &[Claimed<'_>], total: u128, findings: &mut Findings) {
    let shares = shares(claimed, total);
    for (c, share) in claimed.iter().zip(&shares) {
        let amount = u128::from(c.amount);
        let whole = share.remainder().numerator() == 0;
        if amount < share.floor() || amount > share.floor() + u128::from(!whole) {
            findings.push(&AllocationProblem::VerifyShare { expected: share.to_string() }, c.path.clone());
        }
    }
    check_order(&remainders(claimed, &shares), findings);
}

/// The claims to one unit more, and whether each was met.
fn remainders<'c, 'a>(claimed: &'c [Claimed<'a>], shares: &[Fraction]) -> Vec<Met<'c, 'a>> {
    let open = claimed.iter().zip(shares).filter(|(_, share)| share.remainder().numerator() > 0);
    open.map(|(c, share)| Met { value: share.remainder(), met: u128::from(c.amount) > share.floor(), claimed: c })
        .list()
}

/// A claim, and whether it was met.
struct Met<'c, 'a> {
    value: Fraction,
    met: bool,
    claimed: &'c Claimed<'a>,
}

/// No claim that was met is worse than one that was not.
fn check_order(claims: &[Met<'_, '_>], findings: &mut Findings) {
    if let (Some(last), Some(next)) = cut(claims)
        && better((last.value, last.claimed), (next.value, next.claimed)) == Ordering::Greater
    {
        let problem = AllocationProblem::VerifyOrder { other: next.claimed.id.to_owned() };
        findings.push(&problem, last.claimed.path.clone());
    }
}

/// The worst claim that was met and the best that was not.
fn cut<'m, 'c, 'a>(claims: &'m [Met<'c, 'a>]) -> (Option<&'m Met<'c, 'a>>, Option<&'m Met<'c, 'a>>) {
    let order = |a: &&Met<'_, '_>, b: &&Met<'_, '_>| better((a.value, a.claimed), (b.value, b.claimed));
    (claims.iter().filter(|claim| claim.met).max_by(order), claims.iter().filter(|claim| !claim.met).min_by(order))
}

/// The tied set of a right answer: those whose claims equal the worst that was met, when one of them
/// was not. In the order of ids.
pub fn tied_set(request: &ApportionRequest, amounts: &[(&str, u64)]) -> Vec<String> {
    let claimed: Vec<Claimed<'_>> = request
        .recipients
        .iter()
        .zip(amounts)
        .map(|(recipient, (id, amount))| Claimed {
            id,
            weight: recipient.weight.number(),
            floor: recipient.floor.number(),
            cap: recipient.cap.map(Quantity::number),
            amount: *amount,
            path: Path::root(),
        })
        .list();
    tied(&claimed, request.method.unwrap_or_default())
}

/// The tied set of a group whose amounts are right.
pub(super) fn tied(claimed: &[Claimed<'_>], method: Method) -> Vec<String> {
    let total = claimed.iter().map(|c| u128::from(c.amount)).sum();
    let claims = match method {
        Method::LargestRemainder => remainders(claimed, &shares(claimed, total)),
        method => priorities(claimed, method),
    };
    let (Some(last), Some(next)) = cut(&claims) else { return Vec::new() };
    if last.value != next.value {
        return Vec::new();
    }
    let mut tied: Vec<&str> =
        claims.iter().filter(|claim| claim.value == last.value).map(|claim| claim.claimed.id).list();
    tied.sort_unstable_by(|a, b| a.as_bytes().cmp(b.as_bytes()));
    tied.dedup();
    tied.into_iter().map(str::to_owned).list()
}

/// The better claim comes first: larger value, then larger weight, then smaller id.
fn better(a: (Fraction, &Claimed<'_>), b: (Fraction, &Claimed<'_>)) -> Ordering {
    b.0.cmp(&a.0).then(b.1.weight.cmp(&a.1.weight)).then(a.1.id.as_bytes().cmp(b.1.id.as_bytes()))
}

/// The water-filled shares, found by walking the levels at which somebody starts or stops to rise.
fn shares(claimed: &[Claimed<'_>], total: u128) -> Vec<Fraction> {
    let bound = |c: &Claimed<'_>, units: u64| Fraction::new(units.into(), c.weight.into());
    let most = |c: &Claimed<'_>| c.most().min(u64::try_from(total).unwrap_or(u64::MAX)).max(c.floor);
    let mut steps: Vec<(Fraction, i8, &Claimed<'_>)> = claimed
        .iter()
        .filter(|c| c.weight > 0 && most(c) > c.floor)
        .flat_map(|c| [(bound(c, c.floor), 1, c), (bound(c, most(c)), -1, c)])
        .list();
    steps.sort_by_key(|a| a.0);
    let mut fixed: u128 = claimed.iter().map(|c| u128::from(c.floor)).sum();
    let mut weights: u128 = 0;
    let mut level = None;
    for (step, kind, c) in steps {
        // Is the total reached before this step? Then the level is (total − fixed) / weights.
        if weights > 0 && Fraction::new(total - fixed, weights) <= step {
            level = Some(Fraction::new(total - fixed, weights));
            break;
        }
        if kind > 0 {
            weights += u128::from(c.weight);
            fixed -= u128::from(c.floor);
        } else {
            weights -= u128::from(c.weight);
            fixed += u128::from(most(c));
        }
    }
    claimed
        .iter()
        .map(|c| {
            let share = level.map(|level| Fraction::new(level.numerator() * u128::from(c.weight), level.denominator()));
            let (floor, most) = (Fraction::whole(c.floor), Fraction::whole(most(c)));
            if c.weight == 0 { floor } else { share.map_or(most, |share| share.clamp(floor, most)) }
        })
        .list()
}

/// Divisor methods: no unit given away had a worse claim than one not given.
fn check_priorities(claimed: &[Claimed<'_>], method: Method, findings: &mut Findings) {
    check_order(&priorities(claimed, method), findings);
}

/// The claim of everybody's last unit above the floor, which was met, and of the next, which was not.
fn priorities<'c, 'a>(claimed: &'c [Claimed<'a>], method: Method) -> Vec<Met<'c, 'a>> {
    // A first unit of Adams and Hill has the divisor zero: it comes before every other.
    let priority = |c: &Claimed<'_>, units: u64| {
        let (weight, units) = (u128::from(c.weight), u128::from(units));
        let (claim, divisor) = match method {
            Method::Webster => (weight, 2 * units + 1),
            Method::Adams => (weight, units),
            Method::Hill => (weight * weight, units * (units + 1)),
            Method::Jefferson | Method::LargestRemainder => (weight, units + 1),
        };
        // No quotient reaches 2^127: weights and their squares stay below 2^106.
        if divisor == 0 { Fraction::new(1 << 127, 1) } else { Fraction::new(claim, divisor) }
    };
    let last = claimed.iter().filter(|c| c.amount > c.floor).map(|c| Met {
        value: priority(c, c.amount - 1),
        met: true,
        claimed: c,
    });
    let next = claimed.iter().filter(|c| c.amount < c.most()).map(|c| Met {
        value: priority(c, c.amount),
        met: false,
        claimed: c,
    });
    last.chain(next).list()
}
