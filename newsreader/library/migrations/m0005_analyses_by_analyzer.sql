-- Which texts are analysed, and how many, without a look at the analyses themselves.
CREATE INDEX analysis_analyzer ON analysis (analyzer);
