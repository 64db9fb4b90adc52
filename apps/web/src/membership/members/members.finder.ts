import type { Finder } from '../../office/finder.js';
import { loadMembers } from './member-list.queries.js';

const SHOWN = 6;

export const finder: Finder = {
  id: 'members',
  order: 20,
  label: 'members.title',
  permission: 'member.read',
  // Every question for a person is written down: not one for each letter.
  when: (text) => text.length >= 2,
  async find(text) {
    const { rows } = await loadMembers({ q: text, page: 1, pageSize: SHOWN });
    return rows.map(({ id, name, nickname, phoneMasked, levelName, homeStoreName }) => ({
      id: String(id),
      title: name ?? nickname ?? phoneMasked ?? String(id),
      hint: [phoneMasked, levelName, homeStoreName].filter(Boolean).join(' · '),
      to: { name: 'member', params: { id } },
    }));
  },
};
