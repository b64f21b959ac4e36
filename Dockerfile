# Everything that building the pages needs; nothing of it goes along but the pages.
FROM node:26-slim AS pages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY tsconfig.base.json ./
COPY scripts scripts
COPY shared shared
COPY client client
RUN npm run build

# What the server needs. The optional packages bring Node for machines without one; here it is.
FROM node:26-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts --omit=dev --omit=optional

FROM node:26-slim
WORKDIR /app
COPY package.json ./
COPY --from=packages /app/node_modules node_modules
COPY --from=pages /app/client/dist client/dist
COPY shared shared
COPY server server
# Two volumes, so that a backup of the data does not take the keys (docs/operating.md, "Backup").
RUN mkdir /data /keys && chown node:node /data /keys
USER node
ENV NODE_ENV=production PORT=3000 DATA_DIR=/data KEYS_DIR=/keys
VOLUME ["/data", "/keys"]
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=10s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# The server hears the signals itself: no npm, no shell in between.
CMD ["node", "server/src/main.ts"]
