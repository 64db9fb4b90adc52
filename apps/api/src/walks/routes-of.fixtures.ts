import { RequestMethod } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, ModulesContainer } from '@nestjs/core';
import type { TestApp } from '#workshop/testing';

export interface Route {
  /** 'POST /sales/:id/void'. */
  name: string;
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  path: string;
  /** The right it asks for: 'sale.void', 'wallet.read|points.read' (one of them), 'signed in' or 'public'. */
  right: string;
  /** It changes value or status: the request carries an idempotency key. */
  isCommand: boolean;
}

interface Access {
  kind: 'public' | 'authenticated' | 'permissions' | 'any';
  all?: string[];
  any?: string[];
}

function rightOf(access: Access): string {
  switch (access.kind) {
    case 'public':
      return 'public';
    case 'authenticated':
      return 'signed in';
    case 'permissions':
      return (access.all ?? []).join('&');
    case 'any':
      return (access.any ?? []).join('|');
  }
}

interface Operation {
  parameters?: readonly object[];
}

/** Every route of the application, as it stands: what is added later is walked too. */
export function routesOf({ app }: TestApp): Route[] {
  const scanner = new MetadataScanner();
  const found: Route[] = [];
  for (const { instance } of new DiscoveryService(app.get(ModulesContainer)).getControllers()) {
    if (!instance) continue;
    const controller = instance.constructor as object;
    const prefix = Reflect.getMetadata('path', controller) as string;
    for (const method of scanner.getAllMethodNames(Object.getPrototypeOf(instance) as object)) {
      const handler = (instance as Record<string, object>)[method];
      const path = handler && (Reflect.getMetadata('path', handler) as string | undefined);
      if (!handler || path === undefined) continue;
      const meta = (key: string): unknown =>
        Reflect.getMetadata(key, handler) ?? Reflect.getMetadata(key, controller);
      const verb = RequestMethod[Reflect.getMetadata('method', handler) as number];
      const whole = `/${prefix}/${path}`.replace(/\/+/g, '/').replace(/(.)\/$/, '$1');
      const described = (meta('swagger/apiParameters') ?? []) as Operation['parameters'];
      found.push({
        name: `${verb} ${whole}`,
        method: verb as Route['method'],
        path: whole,
        right: rightOf(meta('shuke:access') as Access),
        isCommand: JSON.stringify(described).includes('Idempotency-Key'),
      });
    }
  }
  return found.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

/** Where a route is found, with these ids in it. */
export const urlOf = (path: string, ids: Record<string, string | number> = {}): string =>
  (/^\/(health|metrics)/.test(path) ? path : `/api/v1${path}`).replace(/:(\w+)/g, (_, name) =>
    String(ids[name as string] ?? 1),
  );
