//! A bucket: a stand-in that speaks as much S3 as we use, and one that is down.
#![allow(clippy::unwrap_used, missing_docs)]

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use axum::Router;
use axum::body::Bytes;
use axum::extract::{Query, State};
use axum::http::{Method, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use dure_files::{At, Failed, Files};

type Objects = Arc<Mutex<BTreeMap<String, Bytes>>>;

async fn answer(
    State(objects): State<Objects>,
    Query(asked): Query<BTreeMap<String, String>>,
    method: Method,
    uri: Uri,
    body: Bytes,
) -> Response {
    let name = uri.path().trim_start_matches("/bucket/").to_owned();
    let mut objects = objects.lock().unwrap();
    match method {
        Method::PUT => {
            objects.insert(name, body);
            ([(header::ETAG, "\"1\"")], "").into_response()
        }
        // Several are taken away at once, named in XML.
        Method::POST => {
            let text = String::from_utf8_lossy(&body).into_owned();
            let named = text.split("<Key>").skip(1).filter_map(|rest| rest.split("</Key>").next());
            let deleted = |name: &str| {
                objects.remove(name);
                format!("<Deleted><Key>{name}</Key></Deleted>")
            };
            let deleted: String = named.map(deleted).collect();
            let done = format!("<?xml version=\"1.0\"?><DeleteResult>{deleted}</DeleteResult>");
            ([(header::CONTENT_TYPE, "application/xml")], done).into_response()
        }
        _ if asked.contains_key("list-type") => {
            listed(&objects, asked.get("prefix").map_or("", String::as_str))
        }
        _ => match objects.get(&name) {
            Some(bytes) => {
                let when = "Tue, 01 Dec 2026 00:00:00 GMT";
                ([(header::ETAG, "\"1\""), (header::LAST_MODIFIED, when)], bytes.clone()).into_response()
            }
            None => StatusCode::NOT_FOUND.into_response(),
        },
    }
}

fn listed(objects: &BTreeMap<String, Bytes>, prefix: &str) -> Response {
    let one = |(name, bytes): (&String, &Bytes)| {
        format!(
            "<Contents><Key>{name}</Key><LastModified>2026-12-01T00:00:00.000Z</LastModified><ETag>1</ETag><Size>{}</Size></Contents>",
            bytes.len()
        )
    };
    let contents: String = objects.iter().filter(|(name, _)| name.starts_with(prefix)).map(one).collect();
    let text = format!(
        "<?xml version=\"1.0\"?><ListBucketResult><IsTruncated>false</IsTruncated>{contents}</ListBucketResult>"
    );
    ([(header::CONTENT_TYPE, "application/xml")], text).into_response()
}

/// A bucket at this address; the environment says so to the one process that this test is.
fn opened(endpoint: &str) -> Files {
    let settings = [
        ("AWS_ACCESS_KEY_ID", "us"),
        ("AWS_SECRET_ACCESS_KEY", "secret"),
        ("AWS_REGION", "here"),
        ("AWS_ALLOW_HTTP", "true"),
        ("AWS_ENDPOINT", endpoint),
    ];
    let at = At::said("s3://bucket/of/dure");
    assert!(matches!(at, At::Bucket(_)));
    Files::open_with(at, settings.map(|(name, value)| (name.to_owned(), value.to_owned()))).unwrap()
}

#[tokio::test]
async fn files_lie_in_a_bucket_under_its_prefix() {
    let objects = Objects::default();
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let at = listener.local_addr().unwrap();
    let service = Router::new().fallback(answer).with_state(objects.clone());
    tokio::spawn(async move { axum::serve(listener, service).await });
    let files = opened(&format!("http://{at}"));
    assert!(files.is_bucket());
    files.keep("one/small", b"first".to_vec()).await.unwrap();
    assert!(objects.lock().unwrap().contains_key("of/dure/one/small"), "{objects:?}");
    assert_eq!(files.read("one/small").await.unwrap(), b"first");
    let listed = files.list().await.unwrap();
    assert_eq!(
        listed.iter().map(|kept| (kept.name.as_str(), kept.bytes)).collect::<Vec<_>>(),
        [("one/small", 5)]
    );
    files.remove("one/small").await.unwrap();
    files.remove("one/small").await.unwrap();
    assert_eq!(files.read("one/small").await, Err(Failed::Missing("one/small".into())));
}

#[tokio::test]
async fn a_bucket_that_is_down_is_told_soon() {
    let before = Instant::now();
    // Nobody listens there.
    let files = opened("http://127.0.0.1:9");
    let failed = files.keep("one/small", b"first".to_vec()).await;
    assert!(matches!(failed, Err(Failed::Unreachable(..))), "{failed:?}");
    assert!(before.elapsed() < Duration::from_secs(40));
    // One that answers with errors.
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let at = listener.local_addr().unwrap();
    let service = Router::new().fallback(|| async { StatusCode::SERVICE_UNAVAILABLE });
    tokio::spawn(async move { axum::serve(listener, service).await });
    let failed = opened(&format!("http://{at}")).keep("one/small", b"first".to_vec()).await;
    assert!(matches!(failed, Err(Failed::Unreachable(..))), "{failed:?}");
}

#[tokio::test]
async fn a_folder_that_was_replaced_is_not_written_to() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("files");
    let files = Files::open(At::Folder(place.clone())).unwrap();
    files.keep("one/whole", b"first".to_vec()).await.unwrap();
    std::fs::rename(&place, folder.path().join("elsewhere")).unwrap();
    std::fs::create_dir(&place).unwrap();
    let failed = files.keep("two/whole", b"second".to_vec()).await;
    assert!(matches!(failed, Err(Failed::Gone(_))), "{failed:?}");
    assert!(matches!(files.list().await, Err(Failed::Gone(_))));
    std::fs::remove_dir(&place).unwrap();
    std::fs::rename(folder.path().join("elsewhere"), &place).unwrap();
    assert_eq!(files.read("one/whole").await.unwrap(), b"first");
    files.remove("one/whole").await.unwrap();
    assert!(!place.join("one").exists(), "no empty folder stays");
}
