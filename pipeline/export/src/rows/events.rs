//! Who did what to whom, as rows.
//!
//! Answers for: the rows of the events.

use schema::tables::EventRow;
use schema::{Event, Participant};

use super::{Offsets, Rows};

impl Rows<'_> {
    /// The rows of the events.
    pub(crate) fn events(&self) -> impl Iterator<Item = EventRow<'_>> {
        let events = self.document.annotations.events.iter().enumerate();
        events.map(|(index, event)| self.event(index, event))
    }

    fn event<'r>(&'r self, index: usize, event: &'r Event) -> EventRow<'r> {
        let Offsets { start_char, end_char, start_byte, end_byte } = self.offsets(event.trigger);
        let (actor, recipient) = (event.actor, event.recipient);
        let actor_at = actor.map(|actor| self.offsets(actor.span));
        let recipient_at = recipient.map(|recipient| self.offsets(recipient.span));
        let entity = |of: Participant| of.entity.map(|entity| self.entity_id(entity));
        let mentions = &self.document.annotations.mentions;
        EventRow {
            event_id: self.annotation_id('v', index),
            document_id: &self.id,
            sentence_id: self.sentence_id(event.sentence),
            r#type: event.kind,
            mode: event.mode,
            cameo_root: event.cameo,
            text: self.text(event.trigger),
            lemma: &event.lemma,
            actor_text: actor.map(|actor| self.text(actor.span)),
            actor_entity_id: actor.and_then(entity),
            recipient_text: recipient.map(|recipient| self.text(recipient.span)),
            recipient_entity_id: recipient.and_then(entity),
            place_text: event.place.map(|place| self.text(mentions[place].span)),
            place_mention_id: event.place.map(|place| self.annotation_id('m', place)),
            time_id: event.time.map(|time| self.annotation_id('t', time)),
            status: event.status,
            attribution_id: event.attribution.map(|at| self.annotation_id('a', at)),
            is_main: event.is_main,
            start_char,
            end_char,
            start_byte,
            end_byte,
            actor_start_char: actor_at.as_ref().map(|at| at.start_char),
            actor_end_char: actor_at.as_ref().map(|at| at.end_char),
            actor_start_byte: actor_at.as_ref().map(|at| at.start_byte),
            actor_end_byte: actor_at.as_ref().map(|at| at.end_byte),
            recipient_start_char: recipient_at.as_ref().map(|at| at.start_char),
            recipient_end_char: recipient_at.as_ref().map(|at| at.end_char),
            recipient_start_byte: recipient_at.as_ref().map(|at| at.start_byte),
            recipient_end_byte: recipient_at.as_ref().map(|at| at.end_byte),
        }
    }
}
