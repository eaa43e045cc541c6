//! Re-checks a cascade without the engine: bounds are summed up anew from the caller's lists, every
//! giver's group is asked what [`verify_group`] asks, needles and vials are worked out again.

use rust_decimal::Decimal;
use vsys_sharing::Method;

use super::cascade::CascadeOptions;
use super::marks::Triple;
use super::needles::{NeedleAllocation, NeedlePolicy};
use super::network::{Capacity, Directive, Network, NetworkInput, Node};
use super::problem::AllocationProblem;
use super::ties::{FirstUnits, Ties};
use super::verify::{Claimed, tied, verify_group};
use crate::base::{Boxes, Findings, Fraction, Ids, IntoList, PackKind, Path, Quantity, Rounding};

/// A row of an answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ClaimedRow {
    /// The code or id.
    pub id: String,
    /// Its boxes.
    pub boxes: Triple,
    /// What was proposed, where a hand changed the vaccine.
    pub proposed: Option<u64>,
    /// Of a hub: the vials for its own capacity; of a satellite: its vials.
    pub vials: u64,
}

/// What an answer says, in its order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ClaimedCascade {
    /// 国
    pub nation: Triple,
    /// 都道府県
    pub prefectures: Vec<ClaimedRow>,
    /// 市町村
    pub municipalities: Vec<ClaimedRow>,
    /// 基本型接種施設
    pub hubs: Vec<ClaimedRow>,
    /// サテライト
    pub satellites: Vec<ClaimedRow>,
}

/// A member as the lists give it, with its bounds summed up.
struct Item<'a> {
    id: String,
    giver: String,
    node: Option<&'a Node>,
    weight: u64,
    floor: u64,
    most: u64,
    claimed: ClaimedRow,
    path: Path,
}

impl Item<'_> {
    fn directive(&self) -> Directive {
        self.node.map(|node| node.directive).unwrap_or_default()
    }

    /// The least and the most that it counts for at its giver.
    fn span(&self) -> (u64, u64) {
        match self.directive() {
            Directive::Fixed(boxes) => (boxes.number(), boxes.number()),
            Directive::Share(_) => (0, self.most),
            Directive::Method if self.weight == 0 => (self.floor, self.floor),
            Directive::Method => (self.floor, self.most),
        }
    }
}

/// Re-checks a cascade (検算): every amount of every level against the request.
///
/// Every finding is an error; no finding = the answer is right.
pub fn verify_cascade(
    input: &NetworkInput,
    capacity: Capacity,
    supply: Boxes,
    options: &CascadeOptions,
    claimed: &ClaimedCascade,
) -> Findings {
    let mut check = Check { options, findings: Findings::new() };
    check.refused(input, capacity);
    check.ranges(claimed);
    if check.findings.has_errors() {
        return check.findings;
    }
    let hubs = check.hubs(input, capacity, &claimed.hubs);
    let towns = input.hubs.iter().map(|hub| hub.municipality.to_string());
    let towns = lists(input.municipalities.iter().map(|(code, node)| (code.to_string(), node)), towns);
    let municipalities =
        check.level(&towns, "municipalities", &claimed.municipalities, &hubs, |code| code.chars().take(2).collect());
    let regions = towns.iter().map(|(code, _)| code.chars().take(2).collect());
    let regions = lists(input.prefectures.iter().map(|(code, node)| (code.to_string(), node)), regions);
    let prefectures = check.level(&regions, "prefectures", &claimed.prefectures, &municipalities, |_| String::new());
    if check.findings.has_errors() {
        return check.findings;
    }
    let supply = supply.number();
    check.equal(supply, claimed.nation.vaccine, Path::new(["answer".into(), "nation".into(), "vaccine".into()]));
    check.groups(&prefectures, |_| supply, "prefectures");
    check.groups(&municipalities, |giver| received(&claimed.prefectures, giver), "municipalities");
    check.groups(&hubs, |giver| received(&claimed.municipalities, giver), "hubs");
    check.needles(claimed, capacity, [&prefectures, &municipalities, &hubs]);
    check.vials(input, capacity, claimed);
    check.findings
}

fn received(rows: &[ClaimedRow], id: &str) -> u64 {
    let found = rows.binary_search_by(|row| row.id.as_bytes().cmp(id.as_bytes())).ok();
    found.and_then(|index| rows.get(index)).map_or(0, |row| row.boxes.vaccine)
}

/// The listed members and those that only their recipients name, in the order of their codes.
fn lists<'a>(
    listed: impl Iterator<Item = (String, &'a Node)>,
    named: impl Iterator<Item = String>,
) -> Vec<(String, Option<&'a Node>)> {
    let mut members: Vec<(String, Option<&'a Node>)> = listed.map(|(code, node)| (code, Some(node))).list();
    members.extend(named.map(|code| (code, None)));
    members.sort_unstable_by(|(one, node), (next, other)| (one, node.is_none()).cmp(&(next, other.is_none())));
    members.dedup_by(|(later, _), (first, _)| later == first);
    members
}

/// The recipients of each giver, which stand together.
fn by_giver<'i, 'a>(items: &'i [Item<'a>]) -> impl Iterator<Item = (&'i str, &'i [Item<'a>])> {
    items.chunk_by(|one, next| one.giver == next.giver).filter_map(|group| Some((group.first()?.giver.as_str(), group)))
}

/// A figure by its id, of figures in the order of their ids.
fn figure<T: Copy>(figures: &[(&str, T)], id: &str) -> Option<T> {
    let found = figures.binary_search_by(|(known, _)| (*known).cmp(id)).ok();
    found.and_then(|index| figures.get(index)).map(|(_, figure)| *figure)
}

struct Check<'o> {
    options: &'o CascadeOptions,
    findings: Findings,
}

impl Check<'_> {
    /// A request that is refused has no right answer.
    fn refused(&mut self, input: &NetworkInput, capacity: Capacity) {
        let code = match (Network::try_new(input.clone(), capacity), self.options.needles) {
            (Err(refusal), _) => refusal.code(),
            (_, NeedlePolicy::TopUp(_, [None, _])) => "allocation.needles.supply_missing",
            _ => return,
        };
        self.refuse(code, Path::from("request"));
    }

    fn refuse(&mut self, code: &str, at: Path) {
        self.findings.push(&AllocationProblem::VerifyRefused { code: code.to_owned() }, at);
    }

    /// Every claimed figure is a number of boxes or vials, so that nothing below can overflow.
    fn ranges(&mut self, claimed: &ClaimedCascade) {
        let nation = ClaimedRow { boxes: claimed.nation, ..ClaimedRow::default() };
        let lists = [
            ("nation", std::slice::from_ref(&nation)),
            ("prefectures", &claimed.prefectures),
            ("municipalities", &claimed.municipalities),
            ("hubs", &claimed.hubs),
            ("satellites", &claimed.satellites),
        ];
        for (list, rows) in lists {
            for (index, row) in rows.iter().enumerate() {
                let Triple { vaccine, needles, syringes } = row.boxes;
                let figures = [vaccine, needles, syringes, row.vials, row.proposed.unwrap_or(0)];
                if figures.iter().any(|&figure| figure > Boxes::MAX) {
                    let problem = AllocationProblem::VerifyBounds { floor: 0, cap: Some(Boxes::MAX) };
                    self.findings.push(&problem, Path::new(["answer".into(), list.into(), index.into()]));
                }
            }
        }
    }

    fn hubs<'a>(&mut self, input: &'a NetworkInput, capacity: Capacity, claimed: &[ClaimedRow]) -> Vec<Item<'a>> {
        let ids = Ids::of(input.hubs.iter().map(|hub| hub.id.as_str()));
        let mut satellites = vec![None; input.hubs.len()];
        for satellite in &input.satellites {
            let hub = ids.place(satellite.hub.as_str());
            if let Some(sum) = hub.and_then(|hub| satellites.get_mut(hub)) {
                *sum = Some(sum.unwrap_or(0) + satellite.capacity.number());
            }
        }
        let mut hubs: Vec<_> = input.hubs.iter().list();
        hubs.sort_unstable_by(|a, b| {
            (a.municipality, a.id.as_str().as_bytes()).cmp(&(b.municipality, b.id.as_str().as_bytes()))
        });
        self.same_ids(hubs.iter().map(|hub| hub.id.as_str()), claimed, "hubs");
        let per_box = u64::from(capacity.pack.doses_per_box());
        hubs.iter()
            .zip(claimed)
            .enumerate()
            .map(|(index, (hub, row))| {
                let below = ids.place(hub.id.as_str()).and_then(|hub| satellites.get(hub).copied().flatten());
                let demand = match (hub.capacity.map(Quantity::number), below) {
                    (None, None) => None,
                    (own, below) => Some(own.unwrap_or(0) + below.unwrap_or(0)),
                };
                let room = demand.map_or(u64::MAX, |doses| match capacity.rounding {
                    Rounding::Ceil => doses.div_ceil(per_box),
                    Rounding::Floor => doses / per_box,
                    Rounding::HalfUp => (2 * doses + per_box) / (2 * per_box),
                });
                Item {
                    id: hub.id.as_str().to_owned(),
                    giver: hub.municipality.to_string(),
                    node: Some(&hub.node),
                    weight: hub.node.weight.map(Quantity::number).or(demand).unwrap_or(0),
                    floor: hub.node.floor.number(),
                    most: hub.node.cap.map_or(u64::MAX, Quantity::number).min(room),
                    claimed: row.clone(),
                    path: answer_path("hubs", index, "vaccine"),
                }
            })
            .list()
    }

    fn level<'a>(
        &mut self,
        members: &[(String, Option<&'a Node>)],
        list: &'static str,
        claimed: &[ClaimedRow],
        below: &[Item<'_>],
        giver: impl Fn(&str) -> String,
    ) -> Vec<Item<'a>> {
        self.same_ids(members.iter().map(|(code, _)| code.as_str()), claimed, list);
        let add = |sum: (u64, u64, u64), item: &Item<'_>| {
            let (least, most) = item.span();
            (sum.0.saturating_add(item.weight), sum.1.saturating_add(least), sum.2.saturating_add(most))
        };
        let sums: Vec<_> = by_giver(below).map(|(giver, items)| (giver, items.iter().fold((0, 0, 0), add))).list();
        let rows = members.iter().zip(claimed).enumerate();
        rows.map(|(index, ((code, node), row))| {
            let sum = figure(&sums, code);
            Item {
                id: code.clone(),
                giver: giver(code),
                node: *node,
                weight: node.and_then(|node| node.weight).map(Quantity::number).or(sum.map(|s| s.0)).unwrap_or(0),
                floor: node.map_or(0, |node| node.floor.number()).max(sum.map_or(0, |s| s.1)),
                most: node
                    .and_then(|node| node.cap)
                    .map_or(u64::MAX, Quantity::number)
                    .min(sum.map_or(u64::MAX, |s| s.2)),
                claimed: row.clone(),
                path: answer_path(list, index, "vaccine"),
            }
        })
        .list()
    }

    fn same_ids<'a>(&mut self, wanted: impl Iterator<Item = &'a str>, claimed: &[ClaimedRow], list: &'static str) {
        let wanted: Vec<&str> = wanted.list();
        if wanted.len() != claimed.len() || wanted.iter().zip(claimed).any(|(id, row)| *id != row.id) {
            self.findings.push(&AllocationProblem::VerifyRecipients, Path::new(["answer".into(), list.into()]));
        }
    }

    fn equal(&mut self, expected: u64, got: u64, path: Path) {
        if expected != got {
            self.findings.push(&AllocationProblem::VerifyFigure { expected, got }, path);
        }
    }

    /// Every giver's recipients: what was decided, what the method shares, and the edits.
    fn groups(&mut self, items: &[Item<'_>], received: impl Fn(&str) -> u64, list: &'static str) {
        for (giver, items) in by_giver(items) {
            self.group(items, received(giver), list);
        }
    }

    fn group(&mut self, items: &[Item<'_>], received: u64, list: &'static str) {
        let given: u64 = items.iter().map(|item| item.claimed.boxes.vaccine).sum();
        if given > received {
            let problem = AllocationProblem::OverReceived { received, given };
            self.findings.push(&problem, Path::new(["answer".into(), list.into()]));
        }
        let (mut rest, mut claimed) = (received, Vec::new());
        for item in items {
            let edit = item.node.and_then(|node| node.edit.as_ref());
            if let Some(edit) = edit {
                self.equal(edit.boxes.number(), item.claimed.boxes.vaccine, item.path.clone());
            }
            if let (None, Some(got)) = (edit, item.claimed.proposed) {
                let problem = AllocationProblem::VerifyFigure { expected: item.claimed.boxes.vaccine, got };
                self.findings.push(&problem, item.path.clone());
            }
            let amount = if edit.is_some() { item.claimed.proposed.unwrap_or(0) } else { item.claimed.boxes.vaccine };
            let decided = match item.directive() {
                Directive::Fixed(boxes) => boxes.number(),
                Directive::Share(share) => self.share(received, share),
                Directive::Method => {
                    claimed.push(Claimed {
                        id: &item.id,
                        weight: item.weight,
                        floor: item.floor,
                        cap: (item.most < u64::MAX).then_some(item.most),
                        amount,
                        path: item.path.clone(),
                    });
                    continue;
                }
            };
            self.equal(decided, amount, item.path.clone());
            rest = rest.saturating_sub(decided);
        }
        let (method, first) = (self.options.method.unwrap_or_default(), self.options.first_units);
        let at = Path::new(["answer".into(), list.into()]);
        let nobody = claimed.iter().all(|c| c.weight == 0 && c.floor == 0);
        if list == "prefectures" && nobody && rest > 0 && !claimed.is_empty() {
            self.refuse("allocation.weights.none", at.clone());
        }
        let mut own = Findings::new();
        verify_group(&claimed, rest, method, first, &at, &mut own);
        if self.options.ties == Ties::Report && !own.has_errors() && !tied(&claimed, method).is_empty() {
            self.refuse("allocation.tie.undecided", at);
        }
        self.findings.extend(own);
    }

    fn share(&self, received: u64, share: Decimal) -> u64 {
        let exact = Fraction::new(share.mantissa().unsigned_abs() * u128::from(received), 10_u128.pow(share.scale()));
        let (down, rest) = (exact.floor(), exact.remainder());
        let up = match self.options.share_rounding {
            Rounding::HalfUp => rest >= Fraction::new(1, 2),
            Rounding::Ceil => rest > Fraction::whole(0),
            Rounding::Floor => false,
        };
        u64::try_from(down).unwrap_or(u64::MAX) + u64::from(up)
    }

    /// Needles and syringes, from the nation down.
    fn needles(&mut self, claimed: &ClaimedCascade, capacity: Capacity, items: [&[Item<'_>]; 3]) {
        let levels = [&claimed.prefectures, &claimed.municipalities, &claimed.hubs];
        for (item, name) in ["needles", "syringes"].into_iter().enumerate() {
            let pieces = u64::from(self.options.needle_packs.get(item).map_or(1, |pack| pack.doses_per_box()));
            let got = |boxes: Triple| if item == 0 { boxes.needles } else { boxes.syringes };
            let own = |vaccine: u64| {
                let doses = vaccine * u64::from(capacity.pack.doses_per_box());
                match self.options.needles.allocation() {
                    NeedleAllocation::Ceil => doses.div_ceil(pieces),
                    NeedleAllocation::HalfUp => (2 * doses + pieces) / (2 * pieces),
                }
            };
            // What everybody wishes: the own figure, or with a top-up at least the recipients' wishes.
            let mut wishes: Vec<Vec<u64>> =
                levels.iter().map(|rows| rows.iter().map(|row| own(row.boxes.vaccine)).list()).list();
            let mut nation = own(claimed.nation.vaccine);
            if let NeedlePolicy::TopUp(_, [needles, syringes]) = self.options.needles {
                let mut below = Vec::new();
                for (wishes, items) in wishes.iter_mut().zip(items).rev() {
                    let mut sums = Vec::new();
                    let mut wishes = wishes.iter_mut();
                    for (giver, items) in by_giver(items) {
                        let mut sum = 0;
                        for (item, wish) in items.iter().zip(&mut wishes) {
                            *wish = (*wish).max(figure(&below, &item.id).unwrap_or(0));
                            sum += *wish;
                        }
                        sums.push((giver, sum));
                    }
                    below = sums;
                }
                nation = nation.max(figure(&below, "").unwrap_or(0));
                let supply = if item == 0 { needles } else { syringes.or(needles) };
                nation = nation.min(supply.map_or(u64::MAX, Boxes::number));
            }
            self.equal(nation, got(claimed.nation), Path::new(["answer".into(), "nation".into(), name.into()]));
            let mut has = vec![("", nation)];
            for ((wishes, items), list) in wishes.iter().zip(items).zip(["prefectures", "municipalities", "hubs"]) {
                let per_level = matches!(self.options.needles, NeedlePolicy::PerLevel(_));
                self.needle_level(wishes, items, &has, list, name, &got, per_level);
                has = items.iter().map(|item| (item.id.as_str(), got(item.claimed.boxes))).list();
            }
        }
    }

    #[expect(clippy::too_many_arguments, reason = "one level of one item, with all it is compared to")]
    fn needle_level(
        &mut self,
        wishes: &[u64],
        items: &[Item<'_>],
        has: &[(&str, u64)],
        list: &'static str,
        name: &'static str,
        got: &dyn Fn(Triple) -> u64,
        per_level: bool,
    ) {
        let mut wishes = wishes.iter().copied().enumerate();
        for (giver, items) in by_giver(items) {
            let members: Vec<(usize, &Item<'_>, u64)> =
                items.iter().zip(&mut wishes).map(|(item, (index, wish))| (index, item, wish)).list();
            let received = figure(has, giver).unwrap_or(0);
            let wished: u64 = members.iter().map(|(_, _, wish)| wish).sum();
            if per_level || wished <= received {
                for (index, item, wish) in members {
                    self.equal(wish, got(item.claimed.boxes), answer_path(list, index, name));
                }
                continue;
            }
            let claimed: Vec<Claimed<'_>> = members
                .iter()
                .map(|&(index, item, wish)| Claimed {
                    id: &item.id,
                    weight: item.claimed.boxes.vaccine,
                    floor: 0,
                    cap: Some(wish),
                    amount: got(item.claimed.boxes),
                    path: answer_path(list, index, name),
                })
                .list();
            let at = Path::new(["answer".into(), list.into()]);
            let mut own = Findings::new();
            verify_group(&claimed, received, Method::LargestRemainder, FirstUnits::Refuse, &at, &mut own);
            self.findings.extend(own);
        }
    }

    /// The vials of each hub among it and its satellites.
    fn vials(&mut self, input: &NetworkInput, capacity: Capacity, claimed: &ClaimedCascade) {
        let PackKind::Vaccine { vials_per_box, doses_per_vial } = capacity.pack.kind() else { return };
        let own = Ids::of(input.hubs.iter().map(|hub| hub.id.as_str()));
        let order = Ids::of(claimed.hubs.iter().map(|hub| hub.id.as_str()));
        let mut satellites: Vec<_> = input.satellites.iter().map(|s| (order.place(s.hub.as_str()), s)).list();
        satellites.sort_unstable_by_key(|(hub, s)| (*hub, s.id.as_str().as_bytes()));
        self.same_ids(satellites.iter().map(|(_, s)| s.id.as_str()), &claimed.satellites, "satellites");
        let mut groups = vec![Vec::new(); claimed.hubs.len()];
        for (index, ((hub, satellite), row)) in satellites.iter().zip(&claimed.satellites).enumerate() {
            if let Some(group) = hub.and_then(|hub| groups.get_mut(hub)) {
                group.push((index, satellite.capacity.number(), row));
            }
        }
        for ((index, hub), members) in claimed.hubs.iter().enumerate().zip(groups) {
            let vials = hub.boxes.vaccine * u64::from(vials_per_box);
            let path = answer_path("hubs", index, "own_vials");
            if members.is_empty() {
                self.equal(vials, hub.vials, path);
                continue;
            }
            let claim = |doses: u64, amount: u64, id, path| Claimed {
                id,
                weight: doses,
                floor: 0,
                cap: Some(doses.div_ceil(u64::from(doses_per_vial))),
                amount,
                path,
            };
            // The hub itself stands first: where claims tie, it counts as the smaller code.
            let own = own.place(&hub.id).and_then(|hub| input.hubs.get(hub)).and_then(|hub| hub.capacity);
            let mut claimed = vec![claim(own.map_or(0, Quantity::number), hub.vials, "", path)];
            claimed.extend(members.iter().map(|&(at, doses, row)| {
                claim(doses, row.vials, row.id.as_str(), answer_path("satellites", at, "vials"))
            }));
            let mut own_findings = Findings::new();
            let at = Path::new(["answer".into(), "satellites".into()]);
            verify_group(&claimed, vials, Method::LargestRemainder, FirstUnits::Refuse, &at, &mut own_findings);
            self.findings.extend(own_findings);
        }
    }
}

fn answer_path(list: &'static str, index: usize, member: &'static str) -> Path {
    Path::new(["answer".into(), list.into(), index.into(), member.into()])
}
