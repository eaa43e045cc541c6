//! Sharing in columns is sharing among recipients, whatever the order of the rows.

use proptest::prelude::*;
use vsys_core::allocation::{
    ApportionRequest, ColumnNumber, ColumnsRequest, Method, NO_CAP, Recipient, ShareBuffers, Shared, SharedColumns,
    Ties, apportion, apportion_columns, apportion_into,
};
use vsys_core::base::{Answer, Quantity, Refusal, Units, Weight};

fn units(number: u64) -> Units {
    Units::try_new(number).unwrap()
}

/// What goes into kept buffers is what fresh memory would hold, from columns of 32 bits as from those of 64.
fn into_buffers_is_the_same(request: &ColumnsRequest<'_>) {
    fn shared<N: ColumnNumber>(request: &ColumnsRequest<'_, N>) -> Result<Answer<SharedColumns>, Refusal> {
        let mut buffers = ShareBuffers::default();
        // Buffers that a longer request has used.
        let numbers = vec![N::NO_CAP; 50];
        let longer = ColumnsRequest { caps: Some(&numbers), ..ColumnsRequest::new(units(9), &numbers) };
        let _refused = apportion_into(&longer, &mut buffers).is_err();
        let answer = apportion_into(request, &mut buffers);
        if answer.is_err() {
            assert!(buffers.amounts().is_empty() && buffers.explained().bounds().is_empty());
        }
        Ok(answer?.map(|Shared { left_over, method, tie }| SharedColumns {
            amounts: buffers.amounts().iter().map(|&amount| amount.into()).collect(),
            left_over,
            method,
            tie,
            explanations: if request.explain {
                (0..request.weights.len()).filter_map(|row| buffers.explanation(request, row)).collect()
            } else {
                vec![]
            },
        }))
    }
    let narrow = |column: &[u64]| -> Vec<u32> {
        column.iter().map(|&number| u32::try_from(number).unwrap_or(u32::NO_CAP)).collect()
    };
    let expected = apportion_columns(request);
    let [weights, floors, caps] = [request.weights, request.floors.unwrap(), request.caps.unwrap()].map(narrow);
    for explain in [true, false] {
        let mut expected = expected.clone();
        if let (Ok(answer), false) = (&expected, explain) {
            expected = Ok(answer.clone().map(|shared| SharedColumns { explanations: vec![], ..shared }));
        }
        assert_eq!(shared(&ColumnsRequest { explain, ..*request }), expected);
        let request = ColumnsRequest {
            ids: request.ids,
            floors: Some(&floors),
            caps: Some(&caps),
            method: request.method,
            ties: request.ties,
            explain,
            ..ColumnsRequest::new(request.supply, &weights)
        };
        assert_eq!(shared(&request), expected);
    }
}

/// Rows of id, weight, floor and cap, in an order of their own, with ids that may stand twice.
fn rows() -> impl Strategy<Value = Vec<(u16, u64, u64, Option<u64>)>> {
    prop::collection::vec((0_u16..40, 0_u64..6, 0_u64..3, prop::option::of(0_u64..5)), 1..12)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]
    #[test]
    fn columns_are_recipients(rows in rows(), supply in 0_u64..30, method in 0..Method::ALL.len(), report in any::<bool>()) {
        let ids: Vec<String> = rows.iter().map(|(id, ..)| format!("{id}")).collect();
        let recipients = rows.iter().zip(&ids).map(|(&(_, weight, floor, cap), id)| {
            let one = Recipient::new(id.parse().unwrap(), Weight::try_new(weight).unwrap()).with_floor(units(floor));
            cap.map_or(one.clone(), |cap| one.with_cap(units(cap)))
        });
        let ties = if report { Ties::Report } else { Ties::Ruled };
        let whole = ApportionRequest::new(units(supply), recipients.collect())
            .with_method(Method::ALL[method]).with_ties(ties).explained();
        let texts: Vec<&str> = ids.iter().map(String::as_str).collect();
        let weights: Vec<u64> = rows.iter().map(|row| row.1).collect();
        let floors: Vec<u64> = rows.iter().map(|row| row.2).collect();
        let caps: Vec<u64> = rows.iter().map(|row| row.3.unwrap_or(NO_CAP)).collect();
        let request = ColumnsRequest {
            ids: Some(&texts), floors: Some(&floors), caps: Some(&caps),
            method: Some(Method::ALL[method]), ties, explain: true,
            ..ColumnsRequest::new(units(supply), &weights)
        };
        into_buffers_is_the_same(&request);
        match (apportion(&whole), apportion_columns(&request)) {
            (Ok(whole), Ok(columns)) => {
                prop_assert_eq!(whole.value().amounts(), columns.value().amounts.as_slice());
                prop_assert_eq!(whole.value().explanations(), columns.value().explanations.as_slice());
                let tied: Option<Vec<&str>> = columns.value().tie.as_ref().map(|tie| tie.rows.iter().map(|&row| texts[row]).collect());
                let expected: Option<Vec<&str>> = whole.value().tie().map(|tie| tie.tied.iter().map(|id| id.as_str()).collect());
                prop_assert_eq!(tied, expected);
                // Rows in the order of their ids need no ids, but for what they are called.
                let mut order: Vec<usize> = (0..rows.len()).collect();
                order.sort_by_key(|&row| texts[row]);
                let sorted = |column: &[u64]| -> Vec<u64> { order.iter().map(|&row| column[row]).collect() };
                let (w, f, c) = (sorted(&weights), sorted(&floors), sorted(&caps));
                let nameless = ColumnsRequest { ids: None, weights: &w, floors: Some(&f), caps: Some(&c), ..request };
                let amounts = apportion_columns(&nameless).unwrap().into_value().amounts;
                prop_assert_eq!(amounts, sorted(&columns.value().amounts));
            }
            (Err(whole), Err(columns)) => prop_assert_eq!(whole, columns),
            (whole, columns) => prop_assert!(false, "{whole:?} {columns:?}"),
        }
    }
}

#[test]
fn an_id_that_stands_twice_is_told_with_the_row_where_it_stood_first() {
    let ids = ["c", "a", "c", "b", "c"];
    let request = ColumnsRequest { ids: Some(&ids), ..ColumnsRequest::new(units(5), &[1; 5]) };
    let refusal = apportion_columns(&request).unwrap_err();
    let told: Vec<String> =
        refusal.findings().sorted().iter().map(|f| format!("{} {:?}", f.place, f.details)).collect();
    assert_eq!(told, ["/recipients/2/id [(\"first\", Number(0))]", "/recipients/4/id [(\"first\", Number(0))]"]);
}

#[test]
fn numbers_out_of_range_are_told_by_row_and_column() {
    let most = Units::MAX;
    let (weights, caps) = ([1, most + 1], [NO_CAP, most + 1]);
    let request =
        ColumnsRequest { floors: Some(&[most + 1, 0]), caps: Some(&caps), ..ColumnsRequest::new(units(5), &weights) };
    let refusal = apportion_columns(&request).unwrap_err();
    let places: Vec<String> = refusal.findings().sorted().iter().map(|f| f.place.to_string()).collect();
    assert_eq!(places, ["/recipients/0/floor", "/recipients/1/cap", "/recipients/1/weight", "/supply"]);
}

#[test]
fn a_supply_comes_down_once_for_the_weights_alone() {
    // 10 × 1/6, 2/6, 3/6: whole parts 1, 3, 5, and the one unit left to the largest remainder, 4/6.
    let answer = apportion_columns(&ColumnsRequest::new(units(10), &[1, 2, 3])).unwrap();
    assert_eq!(answer.value().amounts, [2, 3, 5]);
}
