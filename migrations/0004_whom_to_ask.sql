-- A draft knows whom it will be asked of once it is posted: `firm:<key>`, where its writer came from a helper's page.

alter table difficulties add column to_ask text not null default '';
