//! Lists every route, and runs the server.

use std::future::Future;
use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::from_fn_with_state;
use axum::routing::{get, post};
use tokio::net::TcpListener;

pub use super::app::ServerClock;
use super::app::{App, Counters};
use super::archives::Archives;
use super::error::ServeError;
#[cfg(feature = "fetch")]
use super::fetcher::Fetcher;
use super::frames::FramesFor;
use super::gate::{Gate, GateAccess};
use super::guesses::Guesses;
use super::headers::{complete, guard};
use super::limits::{FORM_BYTES, LOGIN, LOGIN_BYTES, RequestTurns, Turns, bound};
use super::prefix::strip;
use super::{api, pages};

/// How long answers that are under way may take after the server was told to stop.
const STOP: Duration = Duration::from_secs(5);

/// What is served, and to whom.
pub struct ServeOptions {
    pub store: PathBuf,
    pub host: IpAddr,
    /// 0 takes any free port.
    pub port: u16,
    pub access: GateAccess,
    pub read_only: bool,
    /// Names by which the server may be asked besides its own.
    pub names: Vec<String>,
    /// Where a proxy shows the site: `/archive`, or nothing. It begins with a slash and ends without one.
    pub prefix: String,
    pub author: Option<String>,
    pub clock: ServerClock,
    /// Let anybody ask for timelines and changes to be framed.
    pub public_embeds: bool,
    /// How owners of sites that are asked reach the reader.
    #[cfg(feature = "fetch")]
    pub contact: Option<String>,
    /// Ask machines of the reader's own network too.
    #[cfg(feature = "fetch")]
    pub allow_private: bool,
}

/// Ends when the server is told to stop.
type StopSignal = Pin<Box<dyn Future<Output = ()> + Send>>;

/// A server that listens.
pub struct Server {
    runtime: tokio::runtime::Runtime,
    listener: TcpListener,
    at: SocketAddr,
    app: Arc<App>,
    stop: StopSignal,
}

impl std::fmt::Debug for Server {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Server").field("at", &self.at).finish_non_exhaustive()
    }
}

/// Every address of the site. One that ends in a slash is a page.
fn routes(app: &Arc<App>) -> Router {
    let routes = Router::new();
    #[cfg(feature = "fetch")]
    let routes = routes.route("/watches/", get(pages::watches::show).post(pages::watches::act));
    routes
        .route("/", get(pages::today::show))
        .route("/seen/", post(pages::today::seen))
        .route(LOGIN, get(pages::login::show).post(pages::login::enter).layer(DefaultBodyLimit::max(LOGIN_BYTES)))
        .route("/stories/", get(pages::stories::show))
        .route("/search/", get(pages::search::show))
        .route("/add/", get(pages::add::show).post(pages::add::record))
        .route("/add/story/", post(pages::add::story))
        .route("/story/{story}/", get(pages::timeline::show))
        .route("/story/{story}/changes/", get(pages::story::changes))
        .route("/story/{story}/claims/", get(pages::claims::list))
        .route("/story/{story}/claim/{key}/", get(pages::claims::one))
        .route("/story/{story}/conflicts/", get(pages::story::conflicts))
        .route("/story/{story}/figures/", get(pages::story::figures))
        .route("/story/{story}/people/", get(pages::people::list))
        .route("/story/{story}/person/{name}/", get(pages::people::one).post(pages::people::edit))
        .route("/story/{story}/articles/", get(pages::story::articles))
        .route("/story/{story}/entry/", get(pages::new_entry::show).post(pages::new_entry::add))
        .route("/story/{story}/entry/{id}/", get(pages::entry::show).post(pages::entry::edit))
        .route("/story/{story}/edits/", get(pages::edits::show).post(pages::edits::undo))
        .route("/article/{story}/{article}/", get(pages::article::show))
        .route("/article/{story}/{article}/looks/", get(pages::article::looks))
        .route("/article/{story}/{article}/compare/", get(pages::article::compare))
        .route("/article/{story}/{article}/{versions}/", get(pages::version::show).post(pages::version::review))
        .route("/article/{story}/{article}/{versions}/{change}/", get(pages::change::show))
        .route("/article/{story}/{article}/{versions}/{change}/card.svg", get(pages::change::picture))
        .route("/embed/story/{story}/", get(pages::embed::story))
        .route("/embed/article/{story}/{article}/{versions}/{change}/", get(pages::embed::one_change))
        .merge(api::routes())
        .route("/assets/style.css", get(pages::assets::style))
        .route("/assets/icon.svg", get(pages::assets::icon))
        // Browsers ask for it beside a picture, which names no icon.
        .route("/favicon.ico", get(pages::assets::icon))
        .route("/assets/script.js", get(pages::assets::script))
        .route("/healthz", get(api::health::healthz))
        .route("/metrics", get(api::health::metrics))
        .fallback(pages::missing)
        .layer(DefaultBodyLimit::max(FORM_BYTES))
        .layer(from_fn_with_state(RequestTurns::new(app.frames), bound))
        .layer(from_fn_with_state(Arc::clone(app), guard))
        .layer(from_fn_with_state(Arc::clone(app), complete))
        .with_state(Arc::clone(app))
}

impl Server {
    /// Opens the store and begins to listen.
    pub fn start(options: ServeOptions) -> Result<Self, ServeError> {
        let archives = match options.read_only {
            true => Archives::open_read_only(&options.store)?,
            false => Archives::open(&options.store)?,
        };
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
        let wanted = SocketAddr::new(options.host, options.port);
        let listener =
            runtime.block_on(TcpListener::bind(wanted)).map_err(|source| ServeError::Listen { at: wanted, source })?;
        let at = listener.local_addr()?;
        let gate = Gate::new(&options.access, at.port(), &options.names)?;
        let counters = Counters::default();
        let (clock, author) = (options.clock, options.author);
        let frames = if options.public_embeds { FramesFor::Everybody } else { FramesFor::Known };
        let app = App {
            archives,
            gate,
            guesses: Guesses::default(),
            questions: Turns::of_questions(),
            public_questions: Turns::of_public_questions(),
            prefix: options.prefix,
            clock,
            author,
            counters,
            frames,
            #[cfg(feature = "fetch")]
            fetcher: Fetcher::new(options.contact, options.allow_private),
        };
        // From now on: whoever reads the link may stop the server at once.
        let stop = runtime.block_on(async { told_to_stop() })?;
        Ok(Self { runtime, listener, at, app: Arc::new(app), stop })
    }

    /// Returns the address that opens the site in a browser on this machine.
    pub fn link(&self) -> String {
        let host = match self.at.ip() {
            ip if ip.is_unspecified() => SocketAddr::new(IpAddr::from([127, 0, 0, 1]), self.at.port()),
            ip => SocketAddr::new(ip, self.at.port()),
        };
        let key = self.app.gate.link().map(|key| format!("?key={key}")).unwrap_or_default();
        format!("http://{host}{}/{key}", self.app.prefix)
    }

    /// Returns how much each question must derive anew, since nothing may be stored.
    pub fn count_underived(&self) -> Result<usize, ServeError> {
        match self.app.archives.is_read_only() {
            true => Ok(self.app.archives.read(|archive| archive.count_underived())??),
            false => Ok(0),
        }
    }

    /// Answers until the process is told to stop; answers under way are finished.
    pub fn run(self) -> Result<(), ServeError> {
        let Self { runtime, listener, app, stop, .. } = self;
        let outcome = runtime.block_on(async move {
            let routes = routes(&app);
            let routes = match app.prefix.as_str() {
                "" => routes,
                prefix => {
                    let strip = from_fn_with_state(Arc::<str>::from(prefix), strip);
                    Router::new().fallback_service(routes).layer(strip)
                }
            };
            let (told, stopped) = tokio::sync::oneshot::channel();
            let listened = Arc::clone(&app);
            let stop = async move {
                stop.await;
                listened.archives.news().close();
                let _ = told.send(());
            };
            let serve = axum::serve(listener, routes).with_graceful_shutdown(stop);
            tokio::select! {
                outcome = serve.into_future() => outcome,
                () = async { let _ = stopped.await; tokio::time::sleep(STOP).await; } => Ok(()),
            }
        });
        runtime.shutdown_timeout(STOP);
        Ok(outcome?)
    }
}

/// Begins to listen for Ctrl-C and the signal by which services are stopped; the future ends with the first of them.
#[cfg(unix)]
fn told_to_stop() -> std::io::Result<StopSignal> {
    use tokio::signal::unix::{SignalKind, signal};
    let (mut interrupt, mut terminate) = (signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?);
    Ok(Box::pin(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
    }))
}

/// Listens for Ctrl-C.
#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "elsewhere it can fail")]
fn told_to_stop() -> std::io::Result<StopSignal> {
    Ok(Box::pin(async {
        let _ = tokio::signal::ctrl_c().await;
    }))
}
