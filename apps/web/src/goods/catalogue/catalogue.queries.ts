import { useQuery } from '@tanstack/vue-query';
import type { EditProductInput, ProductInput } from '#web/api-client';
import type { FilterOption, ListParams } from '#web/web-kit';
import { http } from '../../api/http.js';
import type { CategoryNode } from '../../api/types.js';

export const loadProducts = (params: ListParams) => http.get('/products', params);

export const loadProduct = (id: number) => http.get(`/products/${id}`);

export const categoriesQuery = {
  queryKey: ['catalogue', 'categories'],
  queryFn: () => http.get('/categories'),
  staleTime: 60_000,
};
export const useCategories = () => useQuery(categoriesQuery);

/** The tree as one list; depth is shown by the path of names. */
export function categoryOptions(nodes: readonly CategoryNode[], path = ''): FilterOption[] {
  return nodes.flatMap((node) => {
    const label = path ? `${path} / ${node.name}` : node.name;
    return [{ value: String(node.id), label }, ...categoryOptions(node.children, label)];
  });
}

/** With the version of the product that is changed. */
export const saveProduct = (id: number | undefined, input: ProductInput & { version?: number }) =>
  id ? http.put(`/products/${id}`, input as EditProductInput) : http.post('/products', input);
