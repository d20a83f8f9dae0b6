-- A part that the provider paid back was only noted as a difference before; the next look at each enters it.
update pledge set doubt = null, checked_at = null where doubt = 'partly-refunded';
