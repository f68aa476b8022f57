# syntax=docker/dockerfile:1
# docker build -t lockthat .                        the app
# docker build -t playground --target playground .  the emulated workspace to try it in

FROM mcr.microsoft.com/dotnet/sdk:10.0-noble AS build
ENV DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
WORKDIR /source
# What is needed to restore comes first, so that packages are fetched again only when they have changed.
COPY global.json Directory.Build.props Directory.Packages.props BannedSymbols.txt .editorconfig ./
COPY LockThat.Blocks/LockThat.Blocks.csproj LockThat.Blocks/packages.lock.json LockThat.Blocks/
COPY LockThat.App/LockThat.App.csproj LockThat.App/packages.lock.json LockThat.App/
RUN dotnet restore LockThat.App --use-current-runtime -p:PublishReadyToRun=true -p:SelfContained=true --locked-mode
COPY docs/images docs/images
COPY LockThat.Blocks LockThat.Blocks
COPY LockThat.App LockThat.App
# Compiled ahead for the kind of machine that the image is built for, in one piece with .NET itself, which therefore comes along: it starts in half of the time.
RUN dotnet publish LockThat.App --configuration Release --no-restore --use-current-runtime -p:PublishReadyToRun=true -p:PublishReadyToRunComposite=true --self-contained --output published
# Becomes /data, which belongs to whoever the app runs as.
RUN mkdir -p data

FROM build AS build-playground
COPY LockThat.Playground LockThat.Playground
RUN dotnet restore LockThat.Playground --locked-mode
RUN dotnet publish LockThat.Playground --configuration Release --no-restore --output published-playground

# Listens on all of the container's addresses: publish its port to your own machine only, as compose.yaml does.
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiselled-extra AS playground
WORKDIR /playground
COPY --from=build-playground /source/published-playground ./
COPY --from=build --chown=$APP_UID:$APP_UID /source/data ./data
USER $APP_UID
VOLUME /playground/data
EXPOSE 5080
ENTRYPOINT ["dotnet", "LockThat.Playground.dll", "--in-container"]

# Chiselled: no shell, no package manager. Extra: with ICU, without which names could not be compared.
FROM mcr.microsoft.com/dotnet/runtime-deps:10.0-noble-chiselled-extra AS app
LABEL org.opencontainers.image.title="LockThat" org.opencontainers.image.licenses="MIT"
ENV ASPNETCORE_HTTP_PORTS=8080 \
    DOTNET_gcServer=0 \
    Storage__LiteDb__Path=/data/lockthat.db
WORKDIR /app
COPY --from=build /source/published ./
COPY --from=build --chown=$APP_UID:$APP_UID /source/data /data
USER $APP_UID
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=10s --start-period=20s --retries=3 CMD ["./LockThat.App", "health"]
ENTRYPOINT ["./LockThat.App"]
