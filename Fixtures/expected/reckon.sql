-- The municipality's results once more, by SQL: scripts/fixtures compares them with results.csv.
--   cd Fixtures/expected && sqlite3 :memory: < reckon.sql
.mode csv
.import units.csv units
.import values.csv all_values

CREATE TABLE formula(indicator TEXT, above TEXT, below TEXT);
INSERT INTO formula VALUES
  ('i1_1', 'supported_school_total', 'teachers_total'),
  ('i1_2', 'supported_municipal_total', 'teachers_total'),
  ('i2_1', 'young_specialists', 'staff_total'), ('i2_2', 'up_to_35', 'staff_total'),
  ('i2_3', 'up_to_30_three_years', 'staff_total'),
  ('i2_4', 'mentoring_participants', 'teachers_total'), ('i2_5', 'mentoring_programmes', NULL),
  ('i3_1', 'diagnosed_total', 'teachers_total'),
  ('i3_2', 'independent_assessment', 'staff_total'),
  ('i3_3', 'trained_by_diagnosis', 'trained'), ('i4_1', 'burnout_total', 'teachers_total'),
  ('i4_2', 'retrained', NULL), ('i5_1', 'contests_total', 'teachers_total'),
  ('c1', 'trained_by_diagnosis', 'staff_total'),
  ('i1_1', 'subject_supported_school', 'subject_teachers'),
  ('i1_2', 'subject_supported_municipal', 'subject_teachers'),
  ('i3_1', 'subject_diagnosed', 'subject_teachers'),
  ('i4_1', 'subject_burnout', 'subject_teachers');

CREATE VIEW given AS
  SELECT unit, CAST(period AS INTEGER) AS period, field, breakdown, CAST(value AS INTEGER) AS value
  FROM all_values WHERE current = 'yes';

CREATE VIEW school_year AS
  SELECT unit, years.period FROM units
  JOIN (SELECT 2019 AS period UNION SELECT 2020 UNION SELECT 2021) AS years
  WHERE (opened = '' OR CAST(opened AS INTEGER) <= years.period)
    AND (closed = '' OR CAST(closed AS INTEGER) > years.period);

CREATE VIEW cut AS
  SELECT DISTINCT formula.*, given.breakdown FROM formula JOIN given ON given.field = formula.above;

.headers on
SELECT cut.indicator, 'vilyuyskiy' AS unit, cut.breakdown, school_year.period,
  sum(CASE WHEN cut.below IS NULL OR below.value > 0 THEN above.value END) AS numerator,
  sum(CASE WHEN below.value > 0 AND above.value IS NOT NULL THEN below.value END) AS denominator,
  sum(above.value IS NOT NULL AND (cut.below IS NULL OR coalesce(below.value, 0) > 0)) AS given,
  count(*) AS expected
FROM cut JOIN school_year
LEFT JOIN given AS above ON above.unit = school_year.unit AND above.period = school_year.period
  AND above.field = cut.above AND above.breakdown = cut.breakdown
LEFT JOIN given AS below ON below.unit = school_year.unit AND below.period = school_year.period
  AND below.field = cut.below AND below.breakdown = cut.breakdown
GROUP BY cut.indicator, cut.breakdown, school_year.period
ORDER BY cut.indicator, cut.breakdown, school_year.period;
