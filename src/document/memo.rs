//! What is found out of a document once, for all who ask.

use std::any::Any;
use std::cell::RefCell;
use std::rc::Rc;

/// Values kept by their type.
#[derive(Debug, Default)]
pub struct Memo(RefCell<Vec<Rc<dyn Any>>>);

impl Memo {
    /// The value of type `T`, made by `make` the first time.
    pub fn get<T: Any>(&self, make: impl FnOnce() -> T) -> Rc<T> {
        let kept = self.0.borrow().iter().find(|value| (***value).is::<T>()).map(Rc::clone);
        kept.and_then(|kept| kept.downcast().ok()).unwrap_or_else(|| {
            let made = Rc::new(make());
            self.0.borrow_mut().push(Rc::clone(&made) as Rc<dyn Any>);
            made
        })
    }
}
