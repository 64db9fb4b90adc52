-- What stands is looked at beside the sales that go on.
ALTER TABLE sale VALIDATE CONSTRAINT sale_adds_up;
ALTER TABLE sale VALIDATE CONSTRAINT sale_returned;
ALTER TABLE sale VALIDATE CONSTRAINT sale_without_pin;
ALTER TABLE sale_tender VALIDATE CONSTRAINT sale_tender_returned;
ALTER TABLE sale_return VALIDATE CONSTRAINT sale_return_adds_up;
