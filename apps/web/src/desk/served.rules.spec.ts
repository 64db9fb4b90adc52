import { type Served, withServed } from './served.rules.js';

const member = (id: number): Served => ({
  id,
  name: `会员${id}`,
  nickname: null,
  phoneMasked: null,
  levelName: '普通',
  homeStoreName: '人民路店',
  photo: null,
});
const ids = (served: Served[]) => served.map(({ id }) => id);

describe('who was served lately', () => {
  it('begins with who is served now, each once', () => {
    const served = withServed(withServed(withServed([], member(1)), member(2)), member(1));
    expect(ids(served)).toEqual([1, 2]);
  });

  it('is a short list', () => {
    let served: Served[] = [];
    for (let id = 1; id <= 9; id += 1) served = withServed(served, member(id));
    expect(ids(served)).toEqual([9, 8, 7, 6]);
  });
});
