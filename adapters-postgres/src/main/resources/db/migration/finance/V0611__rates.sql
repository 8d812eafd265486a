-- What one euro was worth, as published for a day (F2). The euro's own rows, always 1, say on which days anything was published.
CREATE TABLE finance.rate (
    currency char(3) NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    day      date    NOT NULL,
    per_euro numeric NOT NULL CHECK (per_euro > 0 AND per_euro < 1000000000000 AND scale(per_euro) <= 12),
    PRIMARY KEY (currency, day),
    CONSTRAINT rate_of_the_euro CHECK (currency <> 'EUR' OR per_euro = 1)
);

-- An import compares day by day.
CREATE INDEX rate_days ON finance.rate (day);
