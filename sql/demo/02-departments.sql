-- Departments in the order of their tabs, with their colour (0 to 7) and their names.

insert into department (department_id, position, hue) values
('fruit-vegetables', 1, 3),
('bakery', 2, 1),
('dairy-eggs', 3, 5),
('meat-deli', 4, 0),
('pantry', 5, 2),
('drinks', 6, 4),
('sweets-snacks', 7, 7),
('household', 8, 6),
('cafe', 9, 1);

insert into department_name (department_id, language, name) values
('fruit-vegetables', 'en', 'Fruit & vegetables'), ('fruit-vegetables', 'da', 'Frugt & grønt'), ('fruit-vegetables', 'uk', 'Овочі та фрукти'),
('bakery', 'en', 'Bakery'), ('bakery', 'da', 'Bageri'), ('bakery', 'uk', 'Хліб і випічка'),
('dairy-eggs', 'en', 'Dairy & eggs'), ('dairy-eggs', 'da', 'Mejeri & æg'), ('dairy-eggs', 'uk', 'Молочне та яйця'),
('meat-deli', 'en', 'Meat & deli'), ('meat-deli', 'da', 'Kød & delikatesse'), ('meat-deli', 'uk', 'М’ясо та ковбаси'),
('pantry', 'en', 'Pantry'), ('pantry', 'da', 'Kolonial'), ('pantry', 'uk', 'Бакалія'),
('drinks', 'en', 'Drinks'), ('drinks', 'da', 'Drikkevarer'), ('drinks', 'uk', 'Напої'),
('sweets-snacks', 'en', 'Sweets & snacks'), ('sweets-snacks', 'da', 'Slik & snacks'), ('sweets-snacks', 'uk', 'Солодощі та снеки'),
('household', 'en', 'Household'), ('household', 'da', 'Husholdning'), ('household', 'uk', 'Для дому'),
('cafe', 'en', 'Café'), ('cafe', 'da', 'Café'), ('cafe', 'uk', 'Кав’ярня');
