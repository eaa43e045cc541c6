//! vsys in each job.

use std::cell::RefCell;
use std::hint::black_box;

use vsys_core::allocation::{
    Capacity, CascadeOptions, ColumnNumber, ColumnsRequest, FirstUnits, Hub, Level, Method, NeedleAllocation,
    NeedlePolicy, Network, NetworkInput, Node, Scenario, ShareBuffers, Ties, Tree, TreeBuffers, apportion_columns,
    apportion_into, cascade, each_scenario, share_tree,
};
use vsys_core::base::{Boxes, Pack, Quantity, Rounding, Units, Weight};
use vsys_core::claims::{ClaimSum, ClaimSums, FormFault, FormLimits, LeastAge, ScreeningRecord, check_form};
use vsys_core::rulebook::RuleBook;

use crate::Failure;
use crate::claim_lines::{ClaimLines, INSTITUTIONS, prices};
use crate::contest::serve;
use crate::form::{AGE_DAYS, FORM, INTERVAL_DAYS, forms, plain};
use crate::nation::{self, MUNICIPALITIES, SITES, Shares, levels, scenario};
use crate::stream::checksum;

/// Takes part in a job.
///
/// # Errors
/// For words that name no case, and when vsys refuses.
pub fn run(job: &str, words: &[&str]) -> Result<(), Failure> {
    match (job, words) {
        ("j1", ["muni", how, words @ ..]) => apportion(&nation::municipalities(), how, words, 50),
        ("j1", ["site", how, words @ ..]) => apportion(&nation::sites(SITES), how, words, 10),
        ("j1", ["rows", rows]) => apportion(&nation::sites(rows.parse()?), "bounded", &[], 2),
        ("j1c", ["network", how]) => through_network(how),
        ("j1c", ["rows", rows]) => through_tree(rows.parse()?),
        ("j1c", ["scenarios", count, threads]) => scenarios(count.parse()?, threads.parse()?),
        ("j2", ["sums", rows, threads]) => sums(rows.parse()?, threads.parse()?),
        ("j2", ["read", rows, threads]) => read(rows.parse()?, threads.parse()?),
        ("j5", ["typed"]) => one_form(
            |form, limits| !check_form(form, limits).iter().any(comparable),
            |form, limits| check_form(form, limits).is_empty(),
        ),
        ("j5", ["plain"]) => one_form(|form, _| plain(form).is_empty(), |form, _| plain(form).is_empty()),
        ("j5", ["forms", count]) => many_forms(count.parse()?),
        _ => Err(format!("no such case: {job} {}", words.join(" ")).into()),
    }
}

fn said(amounts: &[u64]) -> String {
    checksum(amounts.iter().copied()).to_string()
}

/// J1 from columns: of 32 bits into kept buffers, of 64 bits, or of 64 bits into fresh memory.
fn apportion(shares: &Shares, how: &str, words: &[&str], inner: u32) -> Result<(), Failure> {
    match words {
        [] => {
            let narrow = |column: &[u64]| column.iter().copied().map(u32::try_from).collect::<Result<Vec<_>, _>>();
            into_buffers([narrow(&shares.weights)?, narrow(&shares.floors)?, narrow(&shares.caps)?], shares, how, inner)
        }
        ["64-bit"] => into_buffers([&shares.weights, &shares.floors, &shares.caps].map(Vec::clone), shares, how, inner),
        ["fresh"] => {
            let columns = [&shares.weights, &shares.floors, &shares.caps].map(Vec::as_slice);
            let request = request(columns, shares, how)?;
            let run = || apportion_columns(black_box(&request)).map_err(|refusal| refusal.to_string().into());
            serve(inner, run, |answer| said(&answer.value().amounts))
        }
        _ => Err(format!("no such columns: {words:?}").into()),
    }
}

fn request<'a, N>(columns: [&'a [N]; 3], shares: &Shares, how: &str) -> Result<ColumnsRequest<'a, N>, Failure> {
    let [weights, floors, caps] = columns;
    let bounds = how != "unbounded" && how != "unbounded-webster";
    let method = if how.ends_with("webster") { Method::Webster } else { Method::LargestRemainder };
    Ok(ColumnsRequest {
        floors: bounds.then_some(floors),
        caps: bounds.then_some(caps),
        method: Some(method),
        explain: how == "explained",
        ..ColumnsRequest::new(Units::try_new(shares.supply)?, weights)
    })
}

fn into_buffers<N: ColumnNumber>(columns: [Vec<N>; 3], shares: &Shares, how: &str, inner: u32) -> Result<(), Failure> {
    let request = request(columns.each_ref().map(Vec::as_slice), shares, how)?;
    let buffers = RefCell::new(ShareBuffers::default());
    let run = || -> Result<(), Failure> {
        apportion_into(black_box(&request), &mut buffers.borrow_mut()).map_err(|refusal| refusal.to_string())?;
        Ok(())
    };
    serve(inner, run, |()| checksum(buffers.borrow().amounts().iter().map(|&amount| amount.into())).to_string())
}

/// J1c by the hierarchy with names, and needles and syringes besides.
fn through_network(how: &str) -> Result<(), Failure> {
    let (network, supply, options) = network()?;
    let run = || -> Result<_, Failure> {
        let answer = cascade(black_box(&network), supply, &options).map_err(|refusal| refusal.to_string())?;
        if how == "explained" {
            for level in [Level::Prefecture, Level::Municipality, Level::Hub] {
                black_box(answer.value().explain_columns(&network, level));
            }
        }
        Ok(answer)
    };
    serve(2, run, |answer| said(answer.value().boxes(Level::Hub)))
}

/// The sites as hubs of the real municipalities, one vial a box.
fn network() -> Result<(Network, Boxes, CascadeOptions), Failure> {
    let book = RuleBook::bundled()?;
    let mut towns: Vec<_> = book.municipalities().recipients().map(|town| town.code).collect();
    towns.sort_unstable();
    let shares = nation::sites(SITES);
    let mut input = NetworkInput::default();
    let columns = shares.weights.iter().zip(&shares.floors).zip(&shares.caps);
    for ((town, ((&weight, &floor), &cap)), number) in nation::municipality_of(SITES).iter().zip(columns).zip(0_u32..) {
        let node = Node {
            weight: Some(Weight::try_new(weight)?),
            floor: Boxes::try_new(floor)?,
            cap: Some(Boxes::try_new(cap)?),
            ..Node::default()
        };
        let municipality = *towns.get(usize::from(*town)).ok_or("a municipality of its own for each")?;
        input.hubs.push(Hub { id: format!("s{number:05}").parse()?, municipality, capacity: None, node });
    }
    let capacity = Capacity { pack: Pack::vaccine(1, 6)?, rounding: Rounding::Ceil };
    let network = Network::try_new(input, capacity).map_err(|refusal| refusal.to_string())?;
    let pieces = Pack::of_pieces(100)?;
    let options = CascadeOptions {
        method: Some(Method::LargestRemainder),
        ties: Ties::Ruled,
        first_units: FirstUnits::Refuse,
        share_rounding: Rounding::HalfUp,
        needles: NeedlePolicy::PerLevel(NeedleAllocation::Ceil),
        needle_packs: [pieces, pieces],
    };
    Ok((network, Boxes::try_new(shares.supply)?, options))
}

fn tree(sites: usize) -> Result<Tree, Failure> {
    let levels = levels(sites);
    let levels: Vec<&[usize]> = levels.iter().map(Vec::as_slice).collect();
    Tree::try_new(&levels).map_err(|refusal| refusal.to_string().into())
}

fn scenario_of<'a>(shares: &'a Shares, weights: &'a [u64]) -> Result<Scenario<'a>, Failure> {
    Ok(Scenario {
        supply: Units::try_new(shares.supply)?,
        method: Method::LargestRemainder,
        first_units: FirstUnits::Refuse,
        weights,
        floors: &shares.floors,
        caps: &shares.caps,
    })
}

/// J1c from columns.
fn through_tree(sites: usize) -> Result<(), Failure> {
    let (tree, shares) = (tree(sites)?, nation::sites(sites));
    let scenario = scenario_of(&shares, &shares.weights)?;
    let buffers = RefCell::new(TreeBuffers::default());
    let run = || -> Result<(), Failure> {
        share_tree(&tree, black_box(&scenario), &mut buffers.borrow_mut()).map_err(|refusal| refusal.to_string())?;
        Ok(())
    };
    serve(4, run, |()| said(buffers.borrow().amounts(2).unwrap_or_default()))
}

/// Scenarios in turn, each with the weights of one of the hundred.
fn scenarios(count: u64, threads: usize) -> Result<(), Failure> {
    let (tree, shares) = (tree(SITES)?, nation::sites(SITES));
    let weights: Vec<Vec<u64>> = (0..nation::SCENARIOS).map(|number| scenario(&shares.weights, number)).collect();
    let all: Vec<Scenario<'_>> = (0..usize::try_from(count)?)
        .filter_map(|number| weights.get(number % weights.len()))
        .map(|weights| scenario_of(&shares, weights))
        .collect::<Result<_, _>>()?;
    let lowest = |buffers: &TreeBuffers| buffers.amounts(2).map(|amounts| checksum(amounts.iter().copied()));
    let sums = |check: bool| -> Result<Vec<Option<u64>>, Failure> {
        let results = each_scenario(&all, threads, |scenario, buffers| {
            share_tree(&tree, scenario, buffers).map(|_| if check { lowest(buffers) } else { Some(0) })
        });
        results.into_iter().map(|sum| sum.map_err(|refusal| refusal.to_string().into())).collect()
    };
    // The first hundred tell the answer; later runs only share.
    let mut first = true;
    serve(1, || sums(std::mem::take(&mut first)), |sums| checksum(sums.iter().flatten().copied().take(100)).to_string())
}

fn figures(sum: ClaimSum) -> [u64; 3] {
    [sum.count, sum.net, sum.tax]
}

/// J2: prices, and sums by institution and by municipality and coupon.
fn sums(rows: u64, threads: usize) -> Result<(), Failure> {
    let (table, lines) = (prices().map_err(|refusal| refusal.to_string())?, ClaimLines::new(rows)?);
    let run = || -> Result<ClaimSums, Failure> {
        let mut sums = ClaimSums::try_new(INSTITUTIONS, MUNICIPALITIES).map_err(|refusal| refusal.to_string())?;
        sums.add(&table, &black_box(&lines).lines(), &lines.keys(), threads).map_err(|refusal| refusal.to_string())?;
        Ok(sums)
    };
    let inner = if rows < 5_000_000 { 10 } else { 1 };
    serve(inner, run, |sums| {
        let [count, net, tax] = figures(sums.total());
        let institutions = checksum(sums.institutions().iter().copied().flat_map(figures));
        // Without and with coupon together, as the peers sum.
        let both = sums.municipalities().iter().flat_map(|[without, with]| {
            let pairs = figures(*without).into_iter().zip(figures(*with));
            pairs.map(|(without, with)| without + with).collect::<Vec<u64>>()
        });
        format!("{count} {net} {tax} {institutions} {}", checksum(both))
    })
}

/// J2: every byte of the lines read, on so many threads.
fn read(rows: u64, threads: u64) -> Result<(), Failure> {
    let parts: Vec<ClaimLines> = (0..threads).map(|_| ClaimLines::new(rows / threads)).collect::<Result<_, _>>()?;
    let run = || -> Result<u64, Failure> {
        Ok(std::thread::scope(|scope| {
            let readers: Vec<_> = parts.iter().map(|part| scope.spawn(move || black_box(part).read())).collect();
            readers.into_iter().filter_map(|reader| reader.join().ok()).sum()
        }))
    };
    serve(1, run, |_| String::new())
}

/// The faults that the definition of the job knows: it has no today and no warnings.
const fn comparable(fault: FormFault) -> bool {
    !matches!(fault, FormFault::PreviousUnexpected | FormFault::PreviousMissing)
}

fn limits() -> Result<FormLimits, Failure> {
    Ok(FormLimits { interval_days: INTERVAL_DAYS, age: LeastAge::Days(AGE_DAYS), today: "2023-03-31".parse()? })
}

/// J5: the verdict on every form is the answer, what is timed is one.
fn one_form(
    is_right: impl Fn(&ScreeningRecord<'_>, &FormLimits) -> bool,
    check: impl Fn(&ScreeningRecord<'_>, &FormLimits) -> bool,
) -> Result<(), Failure> {
    let (limits, mix) = (limits()?, forms(4_096)?);
    let verdicts = checksum(mix.iter().map(|form| u64::from(is_right(&form.record(), &limits))));
    let run = || -> Result<bool, Failure> { Ok(check(black_box(&FORM), black_box(&limits))) };
    serve(200_000, run, |_| verdicts.to_string())
}

/// J5: many different forms.
fn many_forms(count: u64) -> Result<(), Failure> {
    let (limits, mix) = (limits()?, forms(count)?);
    let run = || -> Result<usize, Failure> {
        Ok(mix.iter().filter(|form| check_form(&form.record(), black_box(&limits)).is_empty()).count())
    };
    serve(10, run, |_| String::new())
}
