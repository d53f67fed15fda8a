//! Types of answers that begin with S.
//!
//! Written by `cargo xtask authing` from `answers.tsv`.

use crate::client::authing::answers::machinery::views;

views! {
    SMTPEmailProviderConfig {
        smtp_host: Text = "smtp_host";
        smtp_port: Integer = "smtp_port";
        sender: Text = "sender";
        sender_pass: Text = "senderPass";
        secure: Flag = "secure";
    }

    SamlIdpConfig {}

    SecuritySettingsDto {
        allowed_origins: Text = "allowedOrigins";
        authing_token_expires_in: Integer = "authingTokenExpiresIn";
        verify_code_length: Integer = "verifyCodeLength";
        verify_code_max_attempts: Integer = "verifyCodeMaxAttempts";
        change_email_strategy: View ChangeEmailStrategyDto = "changeEmailStrategy";
        change_phone_strategy: View ChangePhoneStrategyDto = "changePhoneStrategy";
        cookie_settings: View CookieSettingsDto = "cookieSettings";
        register_disabled: Flag = "registerDisabled";
        register_anomaly_detection: View RegisterAnomalyDetectionConfigDto = "registerAnomalyDetection";
        complete_password_after_pass_code_login: Flag = "completePasswordAfterPassCodeLogin";
        login_anomaly_detection: View LoginAnomalyDetectionConfigDto = "loginAnomalyDetection";
        login_require_email_verified: Flag = "loginRequireEmailVerified";
        self_unlock_account: View SelfUnlockAccountConfigDto = "selfUnlockAccount";
        enable_login_account_switch: Flag = "enableLoginAccountSwitch";
        qrcode_login_strategy: View QrcodeLoginStrategyDto = "qrcodeLoginStrategy";
    }

    SelfUnlockAccountConfigDto {
        enabled: Flag = "enabled";
        strategy: Choice Strategy = "strategy";
    }

    SendEmailBatchDataDto {
        success: Flag = "success";
    }

    SendEnrollFactorRequestDataDto {
        enrollment_token: Text = "enrollmentToken";
        otp_data: View SendEnrollFactorRequestOtpDataDto = "otpData";
    }

    SendEnrollFactorRequestOtpDataDto {
        qr_code_uri: Text = "qrCodeUri";
        qr_code_data_url: Text = "qrCodeDataUrl";
        recovery_code: Text = "recoveryCode";
    }

    SendGridEmailProviderConfig {
        sender: Text = "sender";
        apikey: Text = "apikey";
    }

    SendSmsBatchDataDto {
        success: Flag = "success";
    }

    StrAuthorize {
        value: Text = "value";
        actions: List Text = "actions";
    }

    StrResourceAuthAction {
        value: Text = "value";
        actions: List Text = "actions";
    }

    SubjectRespDto {
        id: Text = "id";
        r#type: Choice DeleteAuthorizeDataPolicyTargetType = "type";
        name: Text = "name";
    }

    SyncJobDto {
        sync_job_id: Integer = "syncJobId";
        sync_task_id: Integer = "syncTaskId";
        created_at: Text = "createdAt";
        updated_at: Text = "updatedAt";
        sync_status: Choice LastSyncStatus = "syncStatus";
        sync_flow: Choice SyncTaskFlow = "syncFlow";
        sync_trigger: Choice SyncTaskTrigger = "syncTrigger";
        department_count_all: Integer = "departmentCountAll";
        department_count_succ: Integer = "departmentCountSucc";
        department_update_count_all: Integer = "departmentUpdateCountAll";
        department_update_count_succ: Integer = "departmentUpdateCountSucc";
        account_count_all: Integer = "accountCountAll";
        account_count_succ: Integer = "accountCountSucc";
        account_update_count_all: Integer = "accountUpdateCountAll";
        account_update_count_succ: Integer = "accountUpdateCountSucc";
        err_msg: Text = "errMsg";
    }

    SyncJobPagingDto {
        total_count: Integer = "totalCount";
        list: List View SyncJobDto = "list";
    }

    SyncRiskOperationDto {
        sync_risk_operation_id: Integer = "syncRiskOperationId";
        sync_task_id: Integer = "syncTaskId";
        created_at: Text = "createdAt";
        updated_at: Text = "updatedAt";
        status: Choice SyncRiskOperationStatus = "status";
        level: Integer = "level";
        object_type: Choice SyncRiskOperationObjectType = "objectType";
        object_name: Text = "objectName";
        object_id: Text = "objectId";
        err_msg: Text = "errMsg";
    }

    SyncRiskOperationPagingDto {
        total_count: Integer = "totalCount";
        list: List View SyncRiskOperationDto = "list";
    }

    SyncTaskDto {
        sync_task_id: Integer = "syncTaskId";
        created_at: Text = "createdAt";
        updated_at: Text = "updatedAt";
        sync_task_name: Text = "syncTaskName";
        sync_task_type: Choice SyncTaskType = "syncTaskType";
        sync_flow: Choice SyncTaskFlow = "syncFlow";
        sync_trigger: Choice SyncTaskTrigger = "syncTrigger";
        last_sync_message: Text = "lastSyncMessage";
        last_sync_rate: Integer = "lastSyncRate";
        last_sync_status: Choice LastSyncStatus = "lastSyncStatus";
        last_sync_time: Text = "lastSyncTime";
        organization_code: Text = "organizationCode";
        provisioning_scope: View SyncTaskProvisioningScope = "provisioningScope";
        field_mapping: List View SyncTaskFieldMapping = "fieldMapping";
        timed_scheduler: View SyncTaskTimedScheduler = "timedScheduler";
    }

    SyncTaskFieldMapping {
        expression: Text = "expression";
        target_key: Text = "targetKey";
    }

    SyncTaskPagingDto {
        total_count: Integer = "totalCount";
        list: List View SyncTaskDto = "list";
    }

    SyncTaskProvisioningScope {
        all: Flag = "all";
        include_new_users: Flag = "includeNewUsers";
    }

    SyncTaskTimedScheduler {
        cycle: Choice Cycle = "cycle";
        start_time: Integer = "startTime";
    }

    SystemInfoResp {
        rsa: View SystmeInfoRSAConfig = "rsa";
        sm2: View SystmeInfoSM2Config = "sm2";
        version: View SystmeInfoVersion = "version";
        public_ips: List Text = "publicIps";
    }

    SystmeInfoRSAConfig {
        public_key: Text = "publicKey";
    }

    SystmeInfoSM2Config {
        public_key: Text = "publicKey";
    }

    SystmeInfoVersion {
        server: Text = "server";
        console: Text = "console";
        login: Text = "login";
    }
}
