# calque in an image: docker build -t calque . && docker run --rm -v "$PWD:/work" calque articles/
FROM node:22-bookworm-slim AS build
WORKDIR /src
COPY . .
RUN npm ci --no-audit --no-fund && npm run --silent build && node scripts/types.mjs \
  && npm pack --ignore-scripts --silent --pack-destination /tmp \
  && npm install --global --no-audit --no-fund --prefix /opt/calque /tmp/calque-*.tgz

FROM node:22-bookworm-slim
COPY --from=build /opt/calque /opt/calque
ENV PATH="/opt/calque/bin:$PATH"
USER node
WORKDIR /work
ENTRYPOINT ["calque"]
CMD ["--help"]
