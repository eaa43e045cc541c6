-- A month of vaccinations, priced in SQL. The places are invented.
--     sqlite3 -cmd ".load ./vsys_sqlite" < quick_start.sql
CREATE TABLE vaccinations (municipality TEXT, day TEXT, time TEXT, age TEXT);
INSERT INTO vaccinations VALUES
    ('131032', '2021-12-05', '10:00', '6歳以上'),  -- a Sunday
    ('131032', '2021-12-06', '10:00', '6歳以上'),
    ('131032', '2021-12-06', '13:00', '6歳未満'),  -- outside the posted hours
    ('131033', '2021-12-06', '10:00', '6歳以上');  -- a digit mistyped

-- Who pays, how many, and how much.
WITH classed AS (
    SELECT *, vsys_time_class('{"monday":[{"from":"09:00","until":"12:00"}]}', day || 'T' || time) AS class
    FROM vaccinations
    WHERE vsys_municipality_fault(municipality, day) IS NULL
)
SELECT vsys_municipality_name(municipality, day), class, age, count(*),
       vsys_unit_price(day, 'vaccination', age, class),
       vsys_amount(day, 'vaccination', age, class, count(*))
FROM classed
GROUP BY municipality, day, class, age
ORDER BY class;

-- What is kept out, and why.
SELECT municipality, vsys_municipality_fault(municipality, day)
FROM vaccinations
WHERE vsys_municipality_fault(municipality, day) IS NOT NULL;

-- Any other operation, with SQLite's own functions for JSON.
SELECT json_extract(vsys_call('claims.deadline', '{"billing_month":"2022-01"}'), '$.answer.deadlines[0].deadline');
