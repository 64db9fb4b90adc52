import { schemaDrift } from '#kernel';
import { testApp } from '#workshop/testing';

const { db } = await testApp();

it('has an entity for every table that says what the table says', async () => {
  expect(await schemaDrift(db.dataSource)).toEqual([]);
});
