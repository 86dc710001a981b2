insert into operator (operator_id, number, name, role, active) values ('manager', '1', 'Manager', 'MANAGER', true)
