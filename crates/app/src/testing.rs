//! Where the stories of the whole are told.

dure_web::test_house!(crate::house::house);
