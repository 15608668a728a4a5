-- A database with everything that a restore has to look at twice.
-- Statements end with a line that holds // only, so that bodies may hold semicolons.
CREATE DATABASE extras DEFAULT CHARACTER SET utf8mb4
//
CREATE TABLE extras.regions (
  id INT NOT NULL PRIMARY KEY,
  name VARCHAR(40) NOT NULL)
//
CREATE TABLE extras.orders (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  region_id INT NOT NULL,
  total DECIMAL(10, 2) NOT NULL,
  CONSTRAINT orders_region FOREIGN KEY (region_id) REFERENCES extras.regions (id))
//
CREATE TABLE extras._orders_gho LIKE extras.orders
//
CREATE TABLE extras.audit (
  at DATETIME NOT NULL,
  what VARCHAR(80) NOT NULL)
//
CREATE TABLE extras.measures (
  id INT NOT NULL PRIMARY KEY,
  weight FLOAT NOT NULL,
  height DOUBLE NOT NULL)
//
CREATE TABLE extras.log_2025 (
  id INT NOT NULL,
  line VARCHAR(80) NOT NULL,
  KEY (id)) ENGINE=MyISAM
//
CREATE TABLE extras.log_2026 LIKE extras.log_2025
//
CREATE TABLE extras.log_all (
  id INT NOT NULL,
  line VARCHAR(80) NOT NULL,
  KEY (id)) ENGINE=MERGE UNION=(extras.log_2025, extras.log_2026) INSERT_METHOD=LAST
//
INSERT INTO extras.regions VALUES (1, 'north'), (2, 'south')
//
INSERT INTO extras.orders (region_id, total) VALUES (1, 10.50), (1, 20.00), (2, 7.25)
//
INSERT INTO extras._orders_gho SELECT * FROM extras.orders
//
INSERT INTO extras.measures VALUES (1, 0.1, 0.1), (2, 3.4e38, 1.7e308)
//
INSERT INTO extras.log_2025 VALUES (1, 'first')
//
INSERT INTO extras.log_2026 VALUES (2, 'second')
//
CREATE VIEW extras.totals AS
  SELECT region_id, SUM(total) AS total FROM extras.orders GROUP BY region_id
//
CREATE FUNCTION extras.with_tax(net DECIMAL(10, 2)) RETURNS DECIMAL(10, 2) DETERMINISTIC
  RETURN net * 1.19
//
CREATE PROCEDURE extras.forget()
BEGIN
  DELETE FROM extras.audit WHERE at < NOW() - INTERVAL 1 YEAR;
END
//
CREATE TRIGGER extras.orders_audit AFTER INSERT ON extras.orders FOR EACH ROW
BEGIN
  INSERT INTO extras.audit VALUES (NOW(), CONCAT('order ', NEW.id));
END
//
CREATE EVENT extras.forget_daily ON SCHEDULE EVERY 1 DAY DO CALL extras.forget()
//
INSERT INTO extras.orders (region_id, total) VALUES (2, 99.00)
