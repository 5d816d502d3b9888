//! Where files lie: a folder, or a bucket of a server that speaks S3.

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use futures::stream::BoxStream;
use futures::{StreamExt, TryStreamExt};
use object_store::aws::{AmazonS3, AmazonS3Builder, AmazonS3ConfigKey};
use object_store::local::LocalFileSystem;
use object_store::memory::InMemory;
use object_store::path::Path as Name;
use object_store::prefix::PrefixStore;
use object_store::{ClientOptions, ObjectStore, ObjectStoreExt, RetryConfig};
use url::Url;

/// Stands in a folder of files, so that a folder that was moved away, or a disk that is not mounted, is not taken for
/// an empty one.
const MARK: &str = "dure-files";
/// So long somebody waits for a bucket that does not answer.
const PATIENCE: Duration = Duration::from_secs(20);

/// Where files shall lie.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum At {
    /// Nowhere: nothing can be attached.
    #[default]
    Nowhere,
    /// In memory, for tests.
    Memory,
    /// In a folder, made at the first start.
    Folder(PathBuf),
    /// In a bucket: `s3://bucket/prefix`; who we are comes from the environment (`AWS_ACCESS_KEY_ID`,
    /// `AWS_SECRET_ACCESS_KEY`, `AWS_REGION`, `AWS_ENDPOINT`, `AWS_ALLOW_HTTP`).
    Bucket(Url),
}

impl At {
    /// As an operator writes it: `s3://bucket/prefix`, else a folder; a word for none turns files off.
    pub fn said(text: &str) -> Self {
        match Url::parse(text) {
            _ if matches!(text.trim(), "" | "none") => Self::Nowhere,
            Ok(url) if url.scheme() == "s3" => Self::Bucket(url),
            Ok(url) if url.scheme() == "file" => url.to_file_path().map_or(Self::Nowhere, Self::Folder),
            _ => Self::Folder(PathBuf::from(text)),
        }
    }
}

impl fmt::Display for At {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Nowhere => Ok(()),
            Self::Memory => f.write_str("memory"),
            Self::Folder(folder) => write!(f, "{}", folder.display()),
            Self::Bucket(url) => write!(f, "{url}"),
        }
    }
}

/// Why something could not be kept or fetched.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Failed {
    /// No place for files was named when the program was started.
    #[error("no place for files")]
    Nowhere,
    /// The disk is full.
    #[error("the disk of {0} is full")]
    Full(String),
    /// The folder is not there, or is another one.
    #[error("{0} is not there")]
    Gone(String),
    /// It may not be written or read.
    #[error("{0} may not be used: {1}")]
    Forbidden(String, String),
    /// The bucket does not answer, or the disk fails.
    #[error("{0} cannot be reached: {1}")]
    Unreachable(String, String),
    /// There is no such file.
    #[error("there is no {0}")]
    Missing(String),
}

/// One file as it lies there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Its name, with `/` between folders.
    pub name: String,
    /// Its size in bytes.
    pub bytes: u64,
    /// When it was last written, in milliseconds since 1970.
    pub written_at: i64,
}

/// The place of files. Cheap to clone.
#[derive(Clone, Default)]
pub struct Files {
    at: At,
    objects: Option<Arc<dyn ObjectStore>>,
    #[cfg(feature = "testing")]
    plan: Arc<std::sync::Mutex<Vec<Failed>>>,
}

impl fmt::Debug for Files {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Files({})", self.place())
    }
}

impl Files {
    /// Opens the place; a folder is made if it is not there.
    ///
    /// # Errors
    /// [`Failed`]: the folder can be neither made nor marked, or what was said of the bucket makes no sense. Whether a
    /// bucket answers is seen at its first use.
    pub fn open(at: At) -> Result<Self, Failed> {
        Self::open_with(at, std::env::vars().filter(|(name, _)| name.starts_with("AWS_")))
    }

    /// Like [`Files::open`], with what the environment would say.
    ///
    /// # Errors
    /// The same.
    pub fn open_with(at: At, said: impl IntoIterator<Item = (String, String)>) -> Result<Self, Failed> {
        let objects: Option<Arc<dyn ObjectStore>> = match &at {
            At::Nowhere => None,
            At::Memory => Some(Arc::new(InMemory::new())),
            At::Folder(folder) => Some(Arc::new(folder_of(folder)?)),
            At::Bucket(url) => Some(Arc::new(bucket_of(url, said)?)),
        };
        Ok(Self { at, objects, ..Self::default() })
    }

    /// A place in memory, for tests.
    pub fn in_memory() -> Self {
        Self { at: At::Memory, objects: Some(Arc::new(InMemory::new())), ..Self::default() }
    }

    /// Makes the next file that is to be kept fail like this.
    #[cfg(feature = "testing")]
    pub fn fail_next(&self, how: Failed) {
        self.plan.lock().expect("the plan").push(how);
    }

    /// Whether anything can be kept at all.
    pub fn is_there(&self) -> bool {
        self.objects.is_some()
    }

    /// The place, as an operator wrote it.
    pub fn place(&self) -> String {
        self.at.to_string()
    }

    /// Whether the place is a bucket, whose files a backup leaves where they are.
    pub fn is_bucket(&self) -> bool {
        matches!(self.at, At::Bucket(_))
    }

    /// The folder, where it is one.
    pub fn folder(&self) -> Option<&Path> {
        match &self.at {
            At::Folder(folder) => Some(folder),
            _ => None,
        }
    }

    /// Whether the place is there; of a bucket that is seen only when it is used.
    ///
    /// # Errors
    /// [`Failed::Nowhere`] and [`Failed::Gone`].
    pub fn is_in_its_place(&self) -> Result<(), Failed> {
        self.objects().map(drop)
    }

    /// Keeps a file; after that it is on the disk, whatever happens to the machine.
    ///
    /// # Errors
    /// [`Failed`]; nothing half-written is left under the name.
    pub async fn keep(&self, name: &str, bytes: Vec<u8>) -> Result<(), Failed> {
        #[cfg(feature = "testing")]
        if let Some(failed) = self.plan.lock().expect("the plan").pop() {
            return Err(failed);
        }
        let objects = self.objects()?;
        objects.put(&Name::from(name), bytes.into()).await.map_err(|error| self.failed(name, error))?;
        Ok(())
    }

    /// A file's size and its bytes as they come.
    ///
    /// # Errors
    /// [`Failed`].
    pub async fn fetch(
        &self,
        name: &str,
    ) -> Result<(u64, BoxStream<'static, object_store::Result<Bytes>>), Failed> {
        let objects = self.objects()?;
        let found = objects.get(&Name::from(name)).await.map_err(|error| self.failed(name, error))?;
        Ok((found.meta.size, found.into_stream()))
    }

    /// A file whole.
    ///
    /// # Errors
    /// [`Failed`].
    pub async fn read(&self, name: &str) -> Result<Vec<u8>, Failed> {
        let (_, pieces) = self.fetch(name).await?;
        let whole = pieces.try_fold(Vec::new(), |mut whole, piece| async move {
            whole.extend_from_slice(&piece);
            Ok(whole)
        });
        whole.await.map_err(|error| self.failed(name, error))
    }

    /// Takes a file away; one that is not there was taken away before.
    ///
    /// # Errors
    /// [`Failed`].
    pub async fn remove(&self, name: &str) -> Result<(), Failed> {
        let objects = self.objects()?;
        match objects.delete(&Name::from(name)).await.map_err(|error| self.failed(name, error)) {
            Err(Failed::Missing(_)) | Ok(()) => Ok(()),
            Err(failed) => Err(failed),
        }
    }

    /// Everything that lies there, in no order.
    ///
    /// # Errors
    /// [`Failed`].
    pub async fn list(&self) -> Result<Vec<Kept>, Failed> {
        let objects = self.objects()?;
        let listed = objects.list(None).map(|one| one.map_err(|error| self.failed("", error)));
        let kept = listed.map_ok(|meta| Kept {
            name: meta.location.to_string(),
            bytes: meta.size,
            written_at: meta.last_modified.timestamp_millis(),
        });
        let kept: Vec<Kept> = kept.try_collect().await?;
        Ok(kept.into_iter().filter(|kept| kept.name != MARK).collect())
    }

    fn objects(&self) -> Result<&Arc<dyn ObjectStore>, Failed> {
        let objects = self.objects.as_ref().ok_or(Failed::Nowhere)?;
        match self.folder() {
            Some(folder) if !folder.join(MARK).is_file() => Err(Failed::Gone(self.place())),
            _ => Ok(objects),
        }
    }

    fn failed(&self, name: &str, error: object_store::Error) -> Failed {
        let place = self.place();
        match &error {
            object_store::Error::NotFound { .. } => Failed::Missing(name.to_owned()),
            object_store::Error::PermissionDenied { .. } | object_store::Error::Unauthenticated { .. } => {
                Failed::Forbidden(place, root_of(&error))
            }
            _ => match io_kind(&error) {
                Some(std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded) => {
                    Failed::Full(place)
                }
                Some(std::io::ErrorKind::PermissionDenied) => Failed::Forbidden(place, root_of(&error)),
                _ => Failed::Unreachable(place, root_of(&error)),
            },
        }
    }
}

fn folder_of(folder: &Path) -> Result<LocalFileSystem, Failed> {
    let place = folder.display().to_string();
    let failed = |error: std::io::Error| Failed::Forbidden(place.clone(), error.to_string());
    if !folder.exists() {
        let mut made = std::fs::DirBuilder::new();
        // They are as confidential as the database beside which they lie.
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut made, 0o700);
        made.recursive(true).create(folder).map_err(failed)?;
    }
    let mark = folder.join(MARK);
    if !mark.is_file() {
        std::fs::write(&mark, b"").map_err(failed)?;
    }
    let opened = LocalFileSystem::new_with_prefix(folder);
    let opened = opened.map_err(|error| Failed::Unreachable(place.clone(), error.to_string()))?;
    Ok(opened.with_fsync(true).with_automatic_cleanup(true))
}

fn bucket_of(
    url: &Url,
    said: impl IntoIterator<Item = (String, String)>,
) -> Result<PrefixStore<AmazonS3>, Failed> {
    // Another part of the program may have said so already; it is the same.
    drop(rustls::crypto::ring::default_provider().install_default());
    let retry = RetryConfig { max_retries: 2, retry_timeout: PATIENCE, ..RetryConfig::default() };
    let options = ClientOptions::new().with_connect_timeout(Duration::from_secs(5)).with_timeout(PATIENCE);
    let failed = |error: object_store::Error| Failed::Unreachable(url.to_string(), root_of(&error));
    let known = |(name, value): (String, String)| {
        let key: Option<AmazonS3ConfigKey> = name.to_ascii_lowercase().parse().ok();
        key.map(|key| (key, value))
    };
    let said = said.into_iter().filter_map(known);
    // First what is ours, then what is said, or the word that allows plain HTTP would be lost.
    let ours = AmazonS3Builder::new().with_client_options(options).with_retry(retry);
    let bucket = said
        .fold(ours, |bucket, (key, value)| bucket.with_config(key, value))
        .with_bucket_name(url.host_str().unwrap_or_default())
        .build()
        .map_err(failed)?;
    Ok(PrefixStore::new(bucket, url.path().trim_matches('/')))
}

/// What the machine said, below all that was said about it.
fn io_kind(error: &object_store::Error) -> Option<std::io::ErrorKind> {
    causes(error).find_map(|cause| cause.downcast_ref::<std::io::Error>().map(std::io::Error::kind))
}

fn root_of(error: &object_store::Error) -> String {
    causes(error).last().map(ToString::to_string).unwrap_or_default()
}

fn causes(error: &object_store::Error) -> impl Iterator<Item = &(dyn std::error::Error + 'static)> {
    let first: &(dyn std::error::Error + 'static) = error;
    std::iter::successors(Some(first), |error| error.source())
}
