//! `allocation.cascade`.

use std::borrow::Cow;

use chrono::NaiveDate;
use rust_decimal::Decimal;
use vsys_core::allocation::{
    self as core, AllocationProblem, Capacity, CascadeOptions, Directive, Edit as EditRequest, FirstUnits,
    GroupTie as GroupTieRow, Header, Hub, Level, Method, NeedleAllocation, NeedlePolicy, Network, NetworkInput, Node,
    Origin, Registered, Satellite as SatelliteRequest, State, Tie, Ties,
};
use vsys_core::base::{
    Answer, Boxes, Doses, Finding, Findings, Ids, IntoList, MunicipalityCode, Pack, Path, PrefectureCode, Quantity,
    Refusal, Rounding, SiteId, Text, Vials, Weight,
};
use vsys_core::rulebook::{NEEDLE, RuleBook, SYRINGE};

use super::apportion::{Explain, ExplanationAnswer};
use super::common::{in_range, needle_packs};
use super::state::StateDocument;
use crate::call::{Call, read};
use crate::columns::CascadeSettings;
use crate::emit::Difference;
use crate::read::{Amount, Count, List, Positive};
use crate::record::{record, words};

/// A needle policy by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PolicyName {
    PerLevel,
    CapToParent,
    TopUp,
}

words! {
    PolicyName {
        "per-level" => PolicyName::PerLevel,
        "cap-to-parent" => PolicyName::CapToParent,
        "top-up" => PolicyName::TopUp,
    }
    Level {
        "nation" => Level::Nation,
        "prefecture" => Level::Prefecture,
        "municipality" => Level::Municipality,
        "hub" => Level::Hub,
    }
}

/// The most prefectures.
const PREFECTURES: usize = 47;
/// The most municipalities.
const MUNICIPALITIES: usize = 2_000;
/// The most hubs, and the most satellites.
pub(super) const SITES: usize = 200_000;

record! { request
    /// The registered supply of the cycle, in boxes.
    struct SupplyRequest {
        /// ワクチン
        vaccine: Boxes,
        /// 針; required by the needle policy `top-up`.
        needles: Option<Boxes>,
        /// シリンジ; absent = as the needles (NDL-1).
        syringes: Option<Boxes>,
    }
}

impl SupplyRequest {
    pub(super) const fn registered(&self) -> Registered {
        Registered { vaccine: self.vaccine, needles: self.needles, syringes: self.syringes }
    }
}

record! { adopted request
    /// A change by hand of a proposal.
    struct EditRequest {
        /// The amount in place of the proposed one, in boxes.
        boxes: Boxes,
        /// Why.
        reason: Text<200>,
    }
}

record! { request
    /// A prefecture and what is asked of it.
    struct PrefectureRequest {
        /// Its code, 01 to 47.
        code: PrefectureCode,
        /// Its weight; absent = the sum of its municipalities' weights.
        weight: Option<Weight>,
        /// The least it must get, in boxes.
        floor: Boxes = Boxes::ZERO,
        /// The most it may get, in boxes.
        cap: Option<Boxes>,
        /// A share of what the nation has, such as "0.08", in place of the method.
        share: Option<Decimal>,
        /// A fixed amount imported by the administrator, in place of the method.
        fixed: Option<Boxes>,
        /// A change by hand of the proposal.
        edit: Option<EditRequest>,
    }
}

record! { request
    /// A municipality and what is asked of it. A ward of a designated city counts as its city.
    struct MunicipalityRequest {
        /// Its code.
        code: MunicipalityCode,
        /// Its weight; absent = the sum of its hubs' weights.
        weight: Option<Weight>,
        /// The least it must get, in boxes.
        floor: Boxes = Boxes::ZERO,
        /// The most it may get, in boxes.
        cap: Option<Boxes>,
        /// A share of what its prefecture received.
        share: Option<Decimal>,
        /// A fixed amount imported by the administrator.
        fixed: Option<Boxes>,
        /// A change by hand of the proposal.
        edit: Option<EditRequest>,
    }
}

record! { request
    /// A hub (基本型接種施設) and what is asked of it.
    struct HubRequest {
        /// Its id.
        id: SiteId,
        /// Its municipality, or the ward of a designated city.
        municipality: MunicipalityCode,
        /// Its own capacity in doses (接種可能量).
        capacity: Option<Doses>,
        /// Its weight; absent = its own and its satellites' capacity.
        weight: Option<Weight>,
        /// The least it must get, in boxes.
        floor: Boxes = Boxes::ZERO,
        /// The most it may get, in boxes.
        cap: Option<Boxes>,
        /// A share of what its municipality received.
        share: Option<Decimal>,
        /// A fixed amount imported by the administrator.
        fixed: Option<Boxes>,
        /// A change by hand of the proposal.
        edit: Option<EditRequest>,
    }
}

record! { adopted request
    /// A satellite (サテライト型接種施設), which gets vials through its hub.
    struct SatelliteRequest {
        /// Its id.
        id: SiteId,
        /// The id of its hub.
        hub: SiteId,
        /// Its capacity in doses (接種可能量).
        capacity: Doses,
    }
}

record! { request
    /// How needles and syringes follow the vaccine.
    struct NeedlesRequest {
        /// The policy of the cascade.
        policy: PolicyName = PolicyName::TopUp,
        /// How doses become needle boxes.
        rounding: NeedleAllocation = NeedleAllocation::Ceil,
        /// The needle's id in the product master.
        needle: Cow<'static, str> = Cow::Borrowed(NEEDLE),
        /// The syringe's id in the product master.
        syringe: Cow<'static, str> = Cow::Borrowed(SYRINGE),
    }
}

record! { request
    /// A supply to share from the nation down.
    struct CascadeRequest {
        /// The number of the cycle (クール).
        cycle: Positive,
        /// The Monday of the delivery week, which decides the pack.
        delivery_week: NaiveDate,
        /// The vaccine's id in the product master.
        product: String,
        /// The registered supply.
        supply: SupplyRequest,
        /// The prefectures; one that only its municipalities name is there with nothing asked of it.
        prefectures: List<PrefectureRequest, PREFECTURES> = List::EMPTY,
        /// The municipalities; one that only its hubs name is there with nothing asked of it.
        municipalities: List<MunicipalityRequest, MUNICIPALITIES> = List::EMPTY,
        /// The hubs, at most 200,000.
        hubs: List<HubRequest, SITES> = List::EMPTY,
        /// The satellites, at most 200,000.
        satellites: List<SatelliteRequest, SITES> = List::EMPTY,
        /// How, at every level; absent = largest remainder (assumption.proposal-method).
        method: Option<Method>,
        /// Ties by the ruled order, or refused.
        ties: Ties = Ties::Ruled,
        /// What Adams and Hill do when a supply does not reach.
        first_units: FirstUnits = FirstUnits::Refuse,
        /// How a hub's capacity in doses is rounded to boxes.
        capacity_rounding: Rounding = Rounding::Ceil,
        /// How a share of boxes is rounded.
        share_rounding: Rounding = Rounding::HalfUp,
        /// Needles and syringes.
        needles: NeedlesRequest = NeedlesRequest::BLANK,
        /// How much the answer explains.
        explain: Explain = Explain::None,
        /// Only these recipients are explained; absent = all.
        explain_only: Option<List<SiteId, SITES>>,
        /// Whether the answer holds the state with which the workflow begins.
        state: bool = false,
    }
}

record! { document
    /// Boxes of one level in every unit.
    struct LevelRow {
        /// The code or id; empty for the nation.
        code: String,
        /// Doses that the vaccine boxes hold.
        doses: Doses,
        /// The amount changed by hand, minus the proposed one.
        edited_by: Option<Difference>,
        /// What was given to it and not passed on, in boxes; absent for a hub.
        left_over: Option<Boxes>,
        /// Its name, where the tables know it.
        name: Option<String>,
        /// Needle boxes.
        needles: Boxes,
        /// Where the amount comes from; absent for the nation.
        origin: Option<Origin>,
        /// Of a hub: vials for its own capacity.
        own_vials: Option<Vials>,
        /// What was proposed, where a hand changed it.
        proposed: Option<Boxes>,
        /// Why it was changed.
        reason: Option<Text<200>>,
        /// Syringe boxes.
        syringes: Boxes,
        /// Vaccine boxes.
        vaccine: Boxes,
        /// Of a hub: vials that nobody's capacity has room for; they stay at the hub.
        vials_left_over: Option<Vials>,
    }
}

record! { document
    /// What a satellite gets through its hub.
    struct SatelliteRow {
        /// Doses that its vials hold.
        doses: Doses,
        /// Its hub.
        hub: SiteId,
        /// Its id.
        id: SiteId,
        /// Its vials.
        vials: Vials,
    }
}

record! { adopted document
    /// A tie within one giver's recipients.
    struct GroupTieRow {
        /// The giver; empty for the nation.
        giver: String,
        /// The giver's level.
        level: Level,
        /// The tie.
        tie: Tie,
    }
}

record! { document
    /// Recipients that got nothing.
    struct NothingRow {
        /// Their level.
        level: Level,
        /// Why.
        reason: String,
        /// How many.
        recipients: Count,
    }
}

record! { document
    /// Somebody short of needles or syringes.
    struct ShortfallRow {
        /// Whom.
        code: String,
        /// `needles` or `syringes`.
        item: String,
        /// The level.
        level: Level,
        /// The pieces missing to the figure of its doses.
        pieces: Amount,
    }
}

record! { document
    /// A supply shared from the nation down. Every list is in the order of giver and code.
    struct CascadeAnswer {
        /// Why, by level; absent unless asked for.
        explanations: Option<Vec<ExplanationAnswer>>,
        /// 基本型接種施設
        hubs: List<LevelRow, SITES>,
        /// The method used.
        method: Method,
        /// 市町村
        municipalities: List<LevelRow, MUNICIPALITIES>,
        /// 国
        nation: LevelRow,
        /// Who got nothing, by level and reason.
        nothing: List<NothingRow, 100>,
        /// 都道府県
        prefectures: List<LevelRow, PREFECTURES>,
        /// サテライト
        satellites: List<SatelliteRow, SITES>,
        /// Who is short of needles or syringes.
        shortfalls: List<ShortfallRow, 1_000_000>,
        /// The state with which the workflow begins; absent unless asked for.
        state: Option<StateDocument>,
        /// The ties, by level and giver.
        ties: List<GroupTieRow, SITES>,
    }
}

/// What a request asks besides its rows.
pub(crate) fn settings(book: &RuleBook, request: &[u8]) -> Result<CascadeSettings, Refusal> {
    let request = read::<CascadeRequest>(request)?;
    let Prepared { capacity, options, .. } = request.prepare(book)?;
    Ok(CascadeSettings { supply: request.supply.vaccine, delivery_week: request.delivery_week, capacity, options })
}

/// A request as the core wants it.
pub(super) struct Prepared {
    pub(super) input: NetworkInput,
    pub(super) capacity: Capacity,
    pub(super) options: CascadeOptions,
}

impl CascadeRequest {
    /// Looks up the packs, resolves wards to their cities and collects every finding.
    pub(super) fn prepare(&self, book: &RuleBook) -> Result<Prepared, Refusal> {
        let pack = book.products().vaccine_pack(&self.product, self.delivery_week)?;
        let mut findings = Findings::new();
        let mut resolve = |code: MunicipalityCode, list: &'static str, index: usize, member: &'static str| match book
            .municipalities()
            .resolve(code, self.delivery_week)
        {
            Ok(found) => found.code,
            Err(problem) => {
                findings.add(Finding::new(&problem, Path::element(list, index, member)).with_value(code.to_string()));
                code
            }
        };
        let towns: Vec<_> =
            self.municipalities.0.iter().enumerate().map(|(i, m)| resolve(m.code, "municipalities", i, "code")).list();
        let homes: Vec<_> =
            self.hubs.0.iter().enumerate().map(|(i, h)| resolve(h.municipality, "hubs", i, "municipality")).list();
        let mut nodes = Nodes { findings: &mut findings };
        let input = NetworkInput {
            prefectures: self
                .prefectures
                .0
                .iter()
                .enumerate()
                .map(|(i, p)| {
                    (p.code, nodes.node("prefectures", i, p.weight, p.floor, p.cap, p.share, p.fixed, p.edit.as_ref()))
                })
                .list(),
            municipalities: self
                .municipalities
                .0
                .iter()
                .zip(towns)
                .enumerate()
                .map(|(i, (m, code))| {
                    (code, nodes.node("municipalities", i, m.weight, m.floor, m.cap, m.share, m.fixed, m.edit.as_ref()))
                })
                .list(),
            hubs: self
                .hubs
                .0
                .iter()
                .zip(homes)
                .enumerate()
                .map(|(i, (h, municipality))| Hub {
                    id: h.id.clone(),
                    municipality,
                    capacity: h.capacity,
                    node: nodes.node("hubs", i, h.weight, h.floor, h.cap, h.share, h.fixed, h.edit.as_ref()),
                })
                .list(),
            satellites: self.satellites.0.clone(),
        };
        if findings.has_errors() {
            return Err(Refusal::of(findings));
        }
        let needles = &self.needles;
        let policy = match needles.policy {
            PolicyName::PerLevel => NeedlePolicy::PerLevel(needles.rounding),
            PolicyName::CapToParent => NeedlePolicy::CapToParent(needles.rounding),
            PolicyName::TopUp => NeedlePolicy::TopUp(needles.rounding, [self.supply.needles, self.supply.syringes]),
        };
        Ok(Prepared {
            input,
            capacity: Capacity { pack, rounding: self.capacity_rounding },
            options: CascadeOptions {
                method: self.method,
                ties: self.ties,
                first_units: self.first_units,
                share_rounding: self.share_rounding,
                needles: policy,
                needle_packs: needle_packs(book, &needles.needle, &needles.syringe, self.delivery_week)
                    .map_err(|refusal| refusal.under(&Path::from("needles")))?,
            },
        })
    }
}

struct Nodes<'f> {
    findings: &'f mut Findings,
}

impl Nodes<'_> {
    #[expect(clippy::too_many_arguments, reason = "the members of three records that differ only in their ids")]
    fn node(
        &mut self,
        list: &'static str,
        index: usize,
        weight: Option<Weight>,
        floor: Boxes,
        cap: Option<Boxes>,
        share: Option<Decimal>,
        fixed: Option<Boxes>,
        edit: Option<&EditRequest>,
    ) -> Node {
        let directive = match (share, fixed) {
            (None, None) => Directive::Method,
            (Some(share), None) => Directive::Share(share),
            (None, Some(boxes)) => Directive::Fixed(boxes),
            (Some(_), Some(_)) => {
                self.findings.push(&AllocationProblem::Directives, Path::element(list, index, "share"));
                Directive::Method
            }
        };
        Node { weight, floor, cap, directive, edit: edit.cloned() }
    }
}

/// `allocation.cascade`
pub(crate) struct Cascade;

impl Call for Cascade {
    type Request = CascadeRequest;
    type Answer = CascadeAnswer;

    fn run(book: &RuleBook, request: CascadeRequest) -> Result<Answer<CascadeAnswer>, Refusal> {
        let Prepared { input, capacity, options } = request.prepare(book)?;
        let network = Network::try_new(input, capacity)?;
        let answer = core::cascade(&network, request.supply.vaccine, &options)?;
        let report = Report { book, network: &network, cascade: answer.value(), pack: capacity.pack };
        let mut built = report.answer()?;
        if request.explain != Explain::None {
            built.explanations = Some(report.explanations(&request));
        }
        if request.state {
            let header = Header {
                cycle: request.cycle.0,
                product: request.product.clone(),
                delivery_week: request.delivery_week,
            };
            let state = State::draft(header, request.supply.registered(), &network, answer.value())?;
            built.state = Some(StateDocument::new(&state)?);
        }
        Ok(answer.map(|_| built))
    }
}

/// A cascade on its way to the wire.
struct Report<'a> {
    book: &'a RuleBook,
    network: &'a Network,
    cascade: &'a core::Cascade,
    pack: Pack,
}

const LEVELS: [Level; 3] = [Level::Prefecture, Level::Municipality, Level::Hub];

impl Report<'_> {
    fn answer(&self) -> Result<CascadeAnswer, Refusal> {
        let [needles, syringes] = self.cascade.needles();
        let shortfalls = [("needles", needles), ("syringes", syringes)].into_iter().flat_map(|(item, fill)| {
            fill.shortfalls().iter().map(move |shortfall| ShortfallRow {
                code: shortfall.id.clone(),
                item: item.to_owned(),
                level: shortfall.level,
                pieces: Amount(shortfall.pieces),
            })
        });
        let nothing = self.cascade.nothing(self.network).into_iter().map(|nothing| NothingRow {
            level: nothing.level,
            reason: nothing.reason.as_str().to_owned(),
            recipients: Count(nothing.recipients),
        });
        let mut nation = self.rows(Level::Nation)?;
        Ok(CascadeAnswer {
            explanations: None,
            hubs: List(self.rows(Level::Hub)?),
            method: self.cascade.method(),
            municipalities: List(self.rows(Level::Municipality)?),
            nation: nation.swap_remove(0),
            nothing: List(nothing.list()),
            prefectures: List(self.rows(Level::Prefecture)?),
            satellites: List(self.satellites()?),
            shortfalls: List(shortfalls.list()),
            state: None,
            ties: List(self.cascade.ties().to_vec()),
        })
    }

    fn rows(&self, level: Level) -> Result<Vec<LevelRow>, Refusal> {
        let left_over = self.cascade.left_over(self.network, level);
        let [needles, syringes] = self.cascade.needles();
        let vials_left_over = (level == Level::Hub).then(|| self.cascade.vials_left_over(self.network));
        let boxes = |boxes: u64| in_range(Boxes::try_new(boxes), "supply");
        let mut rows = Vec::with_capacity(self.cascade.boxes(level).len());
        for (index, &vaccine) in self.cascade.boxes(level).iter().enumerate() {
            let id = self.network.ids(level).get(index).map_or("", |id| id.as_str());
            let of = |column: &[u64]| column.get(index).copied().unwrap_or(0);
            let proposed = self.cascade.proposed(level, index);
            let vials = |number: u64| in_range(Vials::try_new(number), "hubs");
            let (own_vials, vials_left_over) = match &vials_left_over {
                None => (None, None),
                Some(left) => {
                    // What a hub holds is a number of vials, too.
                    in_range(self.pack.vials(boxes(vaccine)?), "hubs")?;
                    (Some(vials(of(self.cascade.hub_vials()))?), Some(vials(of(left))?))
                }
            };
            rows.push(LevelRow {
                code: id.to_owned(),
                doses: in_range(self.pack.doses(boxes(vaccine)?), "supply")?,
                edited_by: proposed
                    .and_then(|p| Some(Difference(i64::try_from(vaccine).ok()? - i64::try_from(p).ok()?))),
                left_over: left_over.as_ref().map(|left| boxes(of(left))).transpose()?,
                name: self.name(level, id),
                needles: boxes(of(needles.boxes(level)))?,
                origin: (level != Level::Nation).then(|| self.cascade.origin(self.network, level, index)),
                own_vials,
                proposed: proposed.map(boxes).transpose()?,
                reason: self.network.edit(level, index).map(|edit| edit.reason.clone()),
                syringes: boxes(of(syringes.boxes(level)))?,
                vaccine: boxes(vaccine)?,
                vials_left_over,
            });
        }
        Ok(rows)
    }

    fn satellites(&self) -> Result<Vec<SatelliteRow>, Refusal> {
        let per_vial = match self.pack.kind() {
            vsys_core::base::PackKind::Vaccine { doses_per_vial, .. } => u64::from(doses_per_vial),
            vsys_core::base::PackKind::Pieces { .. } => 0,
        };
        let rows =
            self.network.satellites().iter().zip(self.cascade.satellite_vials()).zip(self.network.hub_of_satellites());
        rows.filter_map(|((id, &vials), hub)| Some((id, vials, self.network.ids(Level::Hub).get(hub)?)))
            .map(|(id, vials, hub)| {
                Ok(SatelliteRow {
                    doses: in_range(Doses::try_new(vials * per_vial), "satellites")?,
                    hub: hub.clone(),
                    id: id.clone(),
                    vials: in_range(Vials::try_new(vials), "satellites")?,
                })
            })
            .collect()
    }

    fn name(&self, level: Level, id: &str) -> Option<String> {
        match level {
            Level::Prefecture => {
                let code: PrefectureCode = id.parse().ok()?;
                self.book.prefectures().iter().find(|p| p.code == code).map(|p| p.name.clone())
            }
            Level::Municipality => {
                let code: MunicipalityCode = id.parse().ok()?;
                self.book.municipalities().find(code).map(|m| m.name.clone())
            }
            Level::Nation | Level::Hub => None,
        }
    }

    fn explanations(&self, request: &CascadeRequest) -> Vec<ExplanationAnswer> {
        let only = request.explain_only.as_ref().map(|only| Ids::of(only.0.iter().map(|id| id.as_str())));
        let is_wanted = |id: &str| only.as_ref().is_none_or(|only| only.place(id).is_some());
        let mut list = Vec::new();
        for level in LEVELS {
            let givers = self.network.givers(level);
            let mut wanted: Vec<usize> = self
                .network
                .ids(level)
                .iter()
                .zip(givers)
                .filter(|(id, _)| is_wanted(id.as_str()))
                .map(|(_, giver)| giver)
                .list();
            wanted.dedup();
            for giver in wanted {
                for explanation in self.cascade.explain(self.network, level, giver) {
                    if is_wanted(&explanation.id) {
                        let name = self.name(level, &explanation.id).unwrap_or_default();
                        list.extend(ExplanationAnswer::new(&explanation, &name, request.explain));
                    }
                }
            }
        }
        list
    }
}
