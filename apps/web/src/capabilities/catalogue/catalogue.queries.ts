import { useQuery } from '@tanstack/vue-query';
import type { FilterOption, ListParams } from '#web-kit';
import { http } from '../../api/http.js';
import type {
  CategoryNode,
  Page,
  ProductDetail,
  ProductKind,
  ProductRow,
} from '../../api/types.js';

export const loadProducts = (params: ListParams) => http.get<Page<ProductRow>>('/products', params);

export const loadProduct = (id: number) => http.get<ProductDetail>(`/products/${id}`);

export function useCategories() {
  return useQuery({
    queryKey: ['catalogue', 'categories'],
    queryFn: () => http.get<CategoryNode[]>('/categories'),
    staleTime: 60_000,
  });
}

/** The tree as one list; depth is shown by the path of names. */
export function categoryOptions(nodes: readonly CategoryNode[], path = ''): FilterOption[] {
  return nodes.flatMap((node) => {
    const label = path ? `${path} / ${node.name}` : node.name;
    return [{ value: String(node.id), label }, ...categoryOptions(node.children, label)];
  });
}

export interface ProductInput {
  sku: string;
  name: string;
  kind: ProductKind;
  unit: string;
  categoryId: number;
  listPriceCents: number;
  costCents?: number;
  discountable: boolean;
  weighed: boolean;
  pointsFactorBps?: number;
  status: 'active' | 'discontinued';
  barcodes: string[];
  /** Of the product that is changed. */
  version?: number;
}
export const saveProduct = (id: number | undefined, input: ProductInput) =>
  id
    ? http.put<ProductDetail>(`/products/${id}`, input)
    : http.post<ProductDetail>('/products', input);
